import { type Health, InstalledPack, installPackPath, RefusedPack, readHealth } from '@riverside/contract'
import type { Language } from '@riverside/kit'
import { cutClipPath, GougeRule, Mark, Slip } from '@riverside/ui'
import { type DragEvent, useCallback, useEffect, useRef, useState } from 'react'
import { ask, type Session, useSession } from '../session/session.ts'
import './ContentPage.css'

type Outcome =
  | { readonly is: 'installed'; readonly pack: InstalledPack }
  | { readonly is: 'refused'; readonly faults: RefusedPack['faults'] }
  | { readonly is: 'failed'; readonly why: 'unreachable' | 'too-many' | 'too-large' | 'not-understood' }

const words = {
  zh: {
    title: '换一份内容',
    drop: '把内容包拖到这里，或者',
    choose: '选一个文件',
    sending: (name: string) => `正在送 ${name}，并且逐项检查……`,
    now: '屏上现在是',
    version: (version: string) => `第 ${version} 版`,
    onScreen: { same: '大屏已经换上', behind: '大屏还在上一版', away: '大屏没有回音' },
    installed: (version: string) => `收下了，屏上换成第 ${version} 版。不用重开机器。`,
    refused: (count: number) => `没有收，有 ${count} 处要改。屏上还是原来的，客人没有察觉。`,
    failed: {
      unreachable: '没送到，驿站没有回音。文件还在您这里，过一会儿再送。',
      'too-many': '有人正在送另一份，等它好了再送。',
      'too-large': '文件太大，驿站不收。',
      'not-understood': '驿站的回答看不懂，请刷新这一页再送。',
    },
    remedy: '怎么改',
    safe: '送之前不必关大屏。内容包先整个检查一遍，一处不对就不换。',
  },
  en: {
    title: 'Change the content',
    drop: 'Drop a content pack here, or',
    choose: 'Choose a file',
    sending: (name: string) => `Sending ${name}, and checking every part of it …`,
    now: 'On screen now',
    version: (version: string) => `version ${version}`,
    onScreen: {
      same: 'the big screen shows it',
      behind: 'the big screen still shows the one before',
      away: 'the big screen does not answer',
    },
    installed: (version: string) => `Taken: version ${version} is on screen. Nothing needs restarting.`,
    refused: (count: number) =>
      `Not taken: ${count} ${count === 1 ? 'thing' : 'things'} to mend. The screen shows what it showed before; visitors noticed nothing.`,
    failed: {
      unreachable: 'It did not arrive: the station does not answer. Your file is untouched; send it again later.',
      'too-many': 'Somebody is sending another one; wait until it is done.',
      'too-large': 'The file is larger than the station takes.',
      'not-understood': 'The answer made no sense; load this page again and send it once more.',
    },
    remedy: 'Remedy',
    safe: 'Leave the big screen on. A pack is checked as a whole first; with one fault, nothing changes.',
  },
} as const

const well = cutClipPath({ name: 'pack well', width: 900, height: 300, stray: 6 })

/** 内容: hands a pack file to the station, and shows what became of it in words. */
export function ContentPage() {
  const session = useSession()
  const [health, setHealth] = useState<Health>()
  const [sending, setSending] = useState<string>()
  const [outcome, setOutcome] = useState<Outcome>()
  const [isOver, setOver] = useState(false)
  const chooser = useRef<HTMLInputElement>(null)
  const say = words[session.language]

  const look = useCallback(async () => {
    const read = await ask(session, readHealth, undefined)
    if (read.ok) setHealth(read.value)
  }, [session])
  useEffect(() => {
    void look()
    const timer = setInterval(() => void look(), 5000)
    return () => clearInterval(timer)
  }, [look])

  async function send(file: File | undefined): Promise<void> {
    if (!file || sending !== undefined) return
    setOutcome(undefined)
    setSending(file.name)
    setOutcome(await install(session, file))
    setSending(undefined)
    await look()
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    void send(event.dataTransfer.files[0])
  }

  return (
    <div className="content">
      <section>
        <h1>{say.title}</h1>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the slip inside is the first */}
        <div
          className="content-well"
          data-over={isOver}
          onDragOver={(event) => {
            event.preventDefault()
            setOver(true)
          }}
          onDragLeave={() => setOver(false)}
          onDrop={drop}
        >
          <span className="content-well-ground" style={{ clipPath: well }} />
          <p>{sending === undefined ? say.drop : say.sending(sending)}</p>
          <Slip
            tone="rust"
            size="main"
            word={say.choose}
            state={sending === undefined ? 'idle' : 'not-now'}
            onPress={() => chooser.current?.click()}
          />
          <input
            ref={chooser}
            type="file"
            hidden
            onChange={(event) => {
              void send(event.target.files?.[0])
              event.target.value = ''
            }}
          />
        </div>
        <p className="content-safe">{say.safe}</p>
        {health && <OnScreen health={health} language={session.language} />}
      </section>
      <section className="content-outcome" aria-live="polite">
        {outcome && <OutcomeWords outcome={outcome} language={session.language} />}
      </section>
    </div>
  )
}

async function install(session: Session, file: File): Promise<Outcome> {
  try {
    const answer = await fetch(installPackPath, {
      method: 'POST',
      headers: { authorization: `Bearer ${session.wire.key}`, 'content-type': 'application/zip' },
      body: file,
    })
    if (answer.status === 401) session.lock()
    if (answer.status === 413) return { is: 'failed', why: 'too-large' }
    if (answer.status === 429) return { is: 'failed', why: 'too-many' }
    const reply: unknown = await answer.json()
    const installed = InstalledPack.safeParse(reply)
    if (answer.ok && installed.success) return { is: 'installed', pack: installed.data }
    const refused = RefusedPack.safeParse(reply)
    return refused.success ? { is: 'refused', faults: refused.data.faults } : { is: 'failed', why: 'not-understood' }
  } catch {
    return { is: 'failed', why: 'unreachable' }
  }
}

function OnScreen({ health: { pack }, language }: { readonly health: Health; readonly language: Language }) {
  const say = words[language]
  const state = pack.onScreen === null ? 'away' : pack.onScreen === pack.hash ? 'same' : 'behind'
  return (
    <p className="content-now">
      <span>{say.now}</span>
      <strong>
        {pack.id} {say.version(pack.version)}
      </strong>
      <span data-state={state}>
        <Mark name={state === 'same' ? 'check' : 'alert'} />
        {say.onScreen[state]}
      </span>
    </p>
  )
}

function OutcomeWords({ outcome, language }: { readonly outcome: Outcome; readonly language: Language }) {
  const say = words[language]
  if (outcome.is === 'failed') return <p className="content-said">{say.failed[outcome.why]}</p>
  if (outcome.is === 'installed') return <p className="content-said">{say.installed(outcome.pack.version)}</p>
  return (
    <>
      <p className="content-said">{say.refused(outcome.faults.length)}</p>
      <ol className="content-faults">
        {outcome.faults.map((fault) => (
          <li key={`${fault.file} ${fault.where} ${fault.what.en}`}>
            <code>
              {fault.file}
              {fault.where === '' ? '' : ` › ${fault.where}`}
            </code>
            <p>{fault.what[language]}</p>
            <p>
              <b>{say.remedy}</b> {fault.remedy[language]}
            </p>
            <GougeRule />
          </li>
        ))}
      </ol>
    </>
  )
}
