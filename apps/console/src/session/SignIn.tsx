import { call, signIn, type WireProblem } from '@riverside/contract'
import type { Language } from '@riverside/kit'
import { BrassHelm, CutPanel, Seal, Slip } from '@riverside/ui'
import { type FormEvent, useState } from 'react'
import './SignIn.css'

type Trouble = 'wrong-pin' | 'too-many' | 'no-pin-yet' | WireProblem

const words = {
  zh: {
    title: '值班台',
    pin: '口令',
    enter: '进来',
    hint: '四到八位数字。五分钟没人动，会自己锁上。',
    locked: '刚才没人动，已经锁上。',
    trouble: {
      'wrong-pin': '口令不对，再试一次。',
      'too-many': '试得太多了，请过几分钟再来。',
      'no-pin-yet': '还没有设口令：请先在大屏上设一个，三秒内轻点左上角五下就会问。',
      unreachable: '驿站没有回音，请看看主机开着没有。',
      'not-understood': '驿站的回答看不懂，可能版本不同，请刷新这一页。',
      'not-allowed': '这里不让进：请用驿站自己的地址打开。',
    } satisfies Record<Trouble, string>,
  },
  en: {
    title: 'Staff desk',
    pin: 'PIN',
    enter: 'Come in',
    hint: 'Four to eight figures. It locks itself after five minutes without a hand.',
    locked: 'Nobody was here, so it locked itself.',
    trouble: {
      'wrong-pin': 'That is not the PIN. Try once more.',
      'too-many': 'Too many tries. Come back in a few minutes.',
      'no-pin-yet':
        'No PIN is set yet: set one on the big screen first; tap its upper left corner five times within three seconds.',
      unreachable: 'The station does not answer. Is its machine on?',
      'not-understood': 'The answer made no sense; perhaps versions differ. Load this page again.',
      'not-allowed': 'Not allowed from here: open the desk by the address of the station itself.',
    } satisfies Record<Trouble, string>,
  },
} as const

type SignInProps = {
  readonly language: Language
  readonly wasLocked: boolean
  readonly onSignedIn: (token: string) => void
}

export function SignIn({ language, wasLocked, onSignedIn }: SignInProps) {
  const [pin, setPin] = useState('')
  const [trouble, setTrouble] = useState<Trouble>()
  const [isAsking, setAsking] = useState(false)
  const say = words[language]

  async function enter(): Promise<void> {
    if (pin === '' || isAsking) return
    setAsking(true)
    const answer = await call({ fetch: (url, request) => fetch(url, request), address: '' }, signIn, { pin })
    setAsking(false)
    if (answer.ok) return onSignedIn(answer.value.token)
    setPin('')
    setTrouble(answer.error)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void enter()
  }

  return (
    <form className="sign-in" onSubmit={submit}>
      <CutPanel
        className="sign-in-river"
        ground="river"
        cut={{ name: 'sign-in river', width: 760, height: 940, straight: ['right', 'bottom'] }}
      >
        <BrassHelm radius={300} />
      </CutPanel>
      <div className="sign-in-title">
        <h1>{say.title}</h1>
        <Seal characters="值班" size={92} />
      </div>
      <label className="sign-in-pin">
        <span>{say.pin}</span>
        <input
          // biome-ignore lint/a11y/noAutofocus: this page holds nothing else to do
          autoFocus
          type="password"
          inputMode="numeric"
          autoComplete="off"
          maxLength={8}
          value={pin}
          onChange={(event) => setPin(event.target.value.replace(/\D/g, ''))}
        />
      </label>
      <Slip
        tone="rust"
        size="main"
        word={say.enter}
        onPress={() => void enter()}
        state={pin === '' ? 'not-now' : 'idle'}
      />
      <p className="sign-in-hint" role="status">
        {trouble ? say.trouble[trouble] : wasLocked ? say.locked : say.hint}
      </p>
    </form>
  )
}
