import { cutClipPath, Slip } from '@riverside/ui'
import { useState } from 'react'
import { SheetsEntry } from '../printer/SheetsEntry.tsx'
import { useSession } from '../session/session.ts'
import type { Task } from './task.ts'
import './TaskSlip.css'

const words = {
  zh: { done: '弄好了', later: '先放一放', looking: '正在看……', notYet: '还没有好，再看一眼上面几步，过几秒再按。' },
  en: {
    done: 'Done',
    later: 'Later',
    looking: 'Looking …',
    notYet: 'Not yet. Go through the steps once more and press again in a few seconds.',
  },
} as const

type TaskSlipProps = {
  readonly task: Task
  /** Looks at the machine itself; true where the matter is settled. */
  readonly onDone: () => Promise<boolean>
  readonly onLater: () => void
  /** Tells the station how many sheets lie in the printer. */
  readonly onFilled: (sheets: number) => Promise<unknown>
}

const ground = cutClipPath({ name: 'task', width: 1036, height: 320, stray: 5 })
const bar = cutClipPath({ name: 'task bar', width: 20, height: 320, stray: 3 })

/** The one thing to do, in steps; pressing 弄好了 asks the machine, not the person. */
export function TaskSlip({ task, onDone, onLater, onFilled }: TaskSlipProps) {
  const { language } = useSession()
  const [state, setState] = useState<'idle' | 'looking' | 'not-yet'>('idle')
  const say = words[language]
  const look = async () => {
    setState('looking')
    if (!(await onDone())) setState('not-yet')
  }
  return (
    <div className="task">
      <span className="task-ground" style={{ clipPath: ground }} />
      <span className="task-bar" style={{ clipPath: bar }} />
      <div className="task-words">
        <h2>{task.title[language]}</h2>
        <ol>
          {task.steps.map((step) => (
            <li key={step.zh}>{step[language]}</li>
          ))}
        </ol>
        <p role="status">
          {state === 'looking' ? say.looking : state === 'not-yet' ? say.notYet : task.meanwhile[language]}
        </p>
      </div>
      <div className="task-answers">
        {task.asksForSheets ? (
          <SheetsEntry usual={null} onFilled={(sheets) => void onFilled(sheets).then(look)} />
        ) : (
          <Slip tone="rust" size="main" name="task done" word={say.done} onPress={() => void look()} />
        )}
        <Slip tone="paper-edged" name="task later" word={say.later} onPress={onLater} />
      </div>
    </div>
  )
}
