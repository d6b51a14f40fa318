import { Slip } from '@riverside/ui'
import { useState } from 'react'
import { useSession } from '../session/session.ts'
import { words } from './words.ts'
import './SheetsEntry.css'

/** 添好了: how many sheets lie in the tray now. `usual` is what was counted last. */
export function SheetsEntry(props: { readonly usual: number | null; readonly onFilled: (sheets: number) => void }) {
  const say = words[useSession().language]
  const [typed, setTyped] = useState(String(props.usual ?? 50))
  const sheets = /^\d{1,3}$/.test(typed.trim()) ? Number(typed) : undefined
  return (
    <form
      className="sheets"
      onSubmit={(event) => {
        event.preventDefault()
        if (sheets !== undefined) props.onFilled(sheets)
      }}
    >
      <label>
        <span>{say.sheets}</span>
        <input
          type="text"
          inputMode="numeric"
          maxLength={3}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </label>
      <Slip
        tone="rust"
        name="paper filled"
        word={say.filled}
        state={sheets === undefined ? 'not-now' : 'idle'}
        onPress={() => sheets !== undefined && props.onFilled(sheets)}
      />
    </form>
  )
}
