import type { GuideView } from '@riverside/contract'
import type { GroupCommand } from '@riverside/story'
import { words } from './page-words.ts'

const at = <Kind extends HTMLElement = HTMLElement>(id: string): Kind => document.getElementById(id) as Kind

type Notice = 'wrong' | 'tooMany' | 'away' | 'replaced' | 'over'

/** Milliseconds between two looks at the station: a page turned on the screen is seen on the phone about then. */
const looksEvery = 1500

/** What the page shows; everything on it follows from this. The key stays in the tab, so that a page loaded anew still leads. */
const shown: {
  language: 'zh' | 'en'
  key: string | null
  view: GuideView | undefined
  notice: Notice | undefined
  asksToEnd: boolean
} = {
  language: /^zh/i.test(navigator.language) ? 'zh' : 'en',
  key: sessionStorage.getItem('guide'),
  view: undefined,
  notice: undefined,
  asksToEnd: false,
}

async function ask(path: string, body?: unknown): Promise<{ ok: boolean; code: string; value: unknown } | undefined> {
  const headers: Record<string, string> = {}
  if (shown.key !== null) headers.authorization = `Bearer ${shown.key}`
  if (body !== undefined) headers['content-type'] = 'application/json'
  try {
    const answer = await fetch(path, {
      method: body === undefined ? 'GET' : 'POST',
      cache: 'no-store',
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const value: unknown = await answer.json().catch(() => undefined)
    return { ok: answer.ok, code: (value as { code?: string } | undefined)?.code ?? '', value }
  } catch {
    return undefined
  }
}

async function join(): Promise<void> {
  const digits = at<HTMLInputElement>('digits').value.trim()
  if (!/^\d{6}$/.test(digits)) return tell('wrong')
  const answer = await ask('/g/pair', { digits })
  if (answer === undefined) return tell('away')
  if (!answer.ok) return tell(answer.code === 'too-many' ? 'tooMany' : 'wrong')
  shown.key = (answer.value as { key: string }).key
  sessionStorage.setItem('guide', shown.key)
  at<HTMLInputElement>('digits').value = ''
  await look()
}

/** Asks where the group stands. A station that does not answer is asked again; a key that is no longer good asks for new figures. */
async function look(): Promise<void> {
  if (shown.key === null) return
  const answer = await ask(`/g/view?language=${shown.language}`)
  if (answer === undefined) return tell('away')
  if (answer.ok) {
    shown.view = answer.value as GuideView
    return tell(undefined)
  }
  if (answer.code === 'not-paired' || answer.code === 'no-group') {
    const wasLeading = shown.view !== undefined
    forget()
    tell(answer.code === 'no-group' || (wasLeading && shown.asksToEnd) ? 'over' : 'replaced')
  }
}

function forget(): void {
  sessionStorage.removeItem('guide')
  shown.key = null
  shown.view = undefined
}

async function lead(command: GroupCommand): Promise<void> {
  shown.asksToEnd = false
  const answer = await ask('/g/lead', command)
  if (answer === undefined) return tell('away')
  await look()
}

async function end(): Promise<void> {
  if (!shown.asksToEnd) {
    shown.asksToEnd = true
    return show()
  }
  const answer = await ask('/g/end', {})
  if (answer === undefined) return tell('away')
  shown.asksToEnd = false
  forget()
  tell('over')
}

function tell(notice: Notice | undefined): void {
  shown.notice = notice
  show()
}

function show(): void {
  const say = words[shown.language]
  document.documentElement.lang = shown.language === 'zh' ? 'zh-CN' : 'en'
  at('title').textContent = say.title
  at('language').textContent = say.other
  at('ask').textContent = say.ask
  at('join').textContent = say.join
  at('notice').textContent = shown.notice ? say[shown.notice] : ''
  at('pair').hidden = shown.key !== null
  at('lead').hidden = shown.view === undefined
  if (shown.view) showGroup(shown.view)
}

function showGroup({ group, programmes, page }: GuideView): void {
  const say = words[shown.language]
  const programme = programmes.find(({ id }) => id === group.programme)
  const items = programme?.items ?? []
  const item = items[group.item]
  at('page').textContent = page
  at('place').textContent = say.place(group.item + 1, items.length, group.page + 1, item?.pages ?? 1)
  at('next').textContent = say.next
  at('previous').textContent = say.previous
  at('voice').textContent = group.voice ? say.voiceOn : say.voiceOff
  at('voice').setAttribute('aria-pressed', String(group.voice))
  at('oath').hidden = item?.kind !== 'oath'
  at('run').textContent = group.running ? say.stop : say.run
  at('slower').textContent = say.slower
  at('faster').textContent = say.faster
  at('sizeWord').textContent = say.size
  // Not while somebody types there.
  const size = at<HTMLInputElement>('size')
  if (document.activeElement !== size) size.value = group.size === null ? '' : String(group.size)
  at('end').textContent = shown.asksToEnd ? say.reallyEnd : say.end
  at('items').replaceChildren(
    ...items.map(({ title, minutes }, index) => {
      const line = document.createElement('li')
      const button = document.createElement('button')
      button.type = 'button'
      if (index === group.item) button.setAttribute('aria-current', 'step')
      const small = document.createElement('small')
      small.textContent = say.minutes(minutes)
      button.append(title, small)
      button.onclick = () => void lead({ type: 'goTo', item: index })
      line.append(button)
      return line
    }),
  )
  at('programmes').replaceChildren(
    ...programmes
      .filter(({ id }) => id !== group.programme)
      .map(({ id, title }) => {
        const button = document.createElement('button')
        button.type = 'button'
        button.textContent = `${say.programmes}：${title}`
        button.onclick = () => void lead({ type: 'choose', programme: id })
        return button
      }),
  )
}

const paceBy = (seconds: number) => {
  const pace = shown.view?.group.pace
  if (pace !== undefined) void lead({ type: 'pace', seconds: Math.min(15, Math.max(2, pace + seconds)) })
}
const sizeBy = (people: number) => {
  const size = shown.view?.group.size
  if (shown.view) void lead({ type: 'size', people: Math.min(500, Math.max(1, (size ?? 0) + people)) })
}

at<HTMLFormElement>('pair').onsubmit = (event) => {
  event.preventDefault()
  void join()
}
at('next').onclick = () => void lead({ type: 'next' })
at('previous').onclick = () => void lead({ type: 'previous' })
at('voice').onclick = () => void lead({ type: 'voice', on: shown.view?.group.voice !== true })
at('run').onclick = () => void lead({ type: 'run', on: shown.view?.group.running !== true })
at('slower').onclick = () => paceBy(1)
at('faster').onclick = () => paceBy(-1)
at('fewer').onclick = () => sizeBy(-1)
at('more').onclick = () => sizeBy(1)
at<HTMLInputElement>('size').onchange = (event) => {
  const people = Number((event.target as HTMLInputElement).value)
  if (Number.isInteger(people) && people >= 1 && people <= 500) void lead({ type: 'size', people })
  else show()
}
at('end').onclick = () => void end()
at('language').onclick = () => {
  shown.language = shown.language === 'zh' ? 'en' : 'zh'
  show()
  void look()
}

show()
void look()
setInterval(() => void look(), looksEvery)
