import { keyOf, type OpenedCard, openSealed } from './open-sealed.ts'
import { type PageLanguage, type PageWord, words } from './page-words.ts'

const at = <Kind extends HTMLElement = HTMLElement>(id: string): Kind => document.getElementById(id) as Kind

/** What the page shows; everything on it follows from this. */
const shown: {
  language: PageLanguage
  card: OpenedCard | undefined
  side: 'front' | 'back'
  notice: PageWord | undefined
  asksToDelete: boolean
} = {
  language: /^zh/i.test(navigator.language) ? 'zh' : 'en',
  card: undefined,
  side: 'front',
  notice: 'opening',
  asksToDelete: false,
}

const addresses = new Map<string, string>()

/** `/T/` where the code was read in capitals, `/t/` everywhere else. */
const id = location.pathname.split('/')[2]?.toUpperCase() ?? ''

function addressOf(name: string): string {
  const known = addresses.get(name)
  if (known !== undefined) return known
  const part = shown.card?.parts.find((one) => one.name === name)
  const address = part ? URL.createObjectURL(part.blob) : ''
  addresses.set(name, address)
  return address
}

function show(): void {
  const say = words[shown.language]
  document.documentElement.lang = shown.language === 'zh' ? 'zh-CN' : 'en'
  for (const element of document.querySelectorAll<HTMLElement>('[data-say]')) {
    element.textContent = say[element.dataset.say as PageWord]
  }
  at('wait').textContent = shown.notice ? say[shown.notice] : ''
  at('language').textContent = say.other
  at('ready').hidden = shown.card === undefined
  at('card').hidden = shown.card === undefined
  if (shown.card !== undefined) showCard(shown.card)
}

function showCard(card: OpenedCard): void {
  const say = words[shown.language]
  const picture = at<HTMLImageElement>('card')
  picture.src = addressOf(shown.side)
  picture.alt = shown.side === 'front' ? say.front : say.backSide
  at('save').textContent = say.save
  at('turn').textContent = shown.side === 'front' ? say.turnOver : say.turnBack
  at('pdf').textContent = say.pdf
  at('delete').textContent = shown.asksToDelete ? say.reallyDelete : say.delete
  twoLines('where', (language) =>
    language === 'zh'
      ? `写于${card.station.zh}，${dayOf(card.date, 'zh')}`
      : `Written at ${card.station.en}, ${dayOf(card.date, 'en')}`,
  )
  twoLines('until', (language) =>
    language === 'zh'
      ? `这张卡片${momentOf(card.deletesAt, 'zh')}自动删除。存到手机的那张，归您。`
      : `It is deleted ${momentOf(card.deletesAt, 'en')}. The copy on your phone is yours.`,
  )
  at('station').textContent = `${card.place[shown.language]} · ${card.station[shown.language]}`
}

/** The reader's language first, the other one small beneath it. */
function twoLines(place: string, text: (language: PageLanguage) => string): void {
  const small = document.createElement('small')
  small.textContent = text(shown.language === 'zh' ? 'en' : 'zh')
  at(place).replaceChildren(text(shown.language), small)
}

function dayOf(date: string, language: PageLanguage): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  if (language === 'zh') return `${year} 年 ${month} 月 ${day} 日`
  return new Date(year, month - 1, day).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })
}

/** Days by the phone's own calendar: that is the clock its owner looks at. */
function momentOf(instant: number, language: PageLanguage): string {
  const when = new Date(instant)
  const clock = `${String(when.getHours()).padStart(2, '0')}:${String(when.getMinutes()).padStart(2, '0')}`
  const today = new Date()
  const days = Math.round((new Date(when).setHours(0, 0, 0, 0) - today.setHours(0, 0, 0, 0)) / 86_400_000)
  const day = { zh: ['今天', '明天'], en: ['today', 'tomorrow'] }[language][days]
  if (language === 'zh') return `${day ?? `${when.getMonth() + 1} 月 ${when.getDate()} 日`} ${clock} `
  return `${day ?? when.toLocaleDateString('en-GB', { day: 'numeric', month: 'long' })} at ${clock}`
}

async function load(): Promise<void> {
  const key = keyOf(location.hash.slice(1))
  if (key === undefined) return tell('broken')
  const answer = await fetch(`/t/${id}/card`, { cache: 'no-store' }).catch(() => undefined)
  if (answer === undefined) return tell('away')
  if (answer.status === 429) return tell('too-many')
  if (!answer.ok) return tell('gone')
  try {
    shown.card = await openSealed(new Uint8Array(await answer.arrayBuffer()), key)
    shown.language = shown.card.language
    tell(undefined)
  } catch {
    tell('broken')
  }
}

function tell(notice: PageWord | undefined): void {
  shown.notice = notice
  show()
}

/** PNG is drawn from the picture here, so that it need not travel. Browsers inside chat programs cannot save: they hold. */
async function save(): Promise<void> {
  const large = at<HTMLImageElement>('large')
  large.src = addressOf(shown.side)
  await large.decode()
  const canvas = document.createElement('canvas')
  canvas.width = large.naturalWidth
  canvas.height = large.naturalHeight
  canvas.getContext('2d')?.drawImage(large, 0, 0)
  if (/MicroMessenger|QQ\/|Weibo|AlipayClient/i.test(navigator.userAgent)) {
    large.src = canvas.toDataURL('image/jpeg', 0.92)
    at('sheet').hidden = false
    return
  }
  const png = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  if (png) download(URL.createObjectURL(png), `postcard-${shown.side}.png`)
}

function download(address: string, name: string): void {
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
}

async function deleteNow(): Promise<void> {
  if (!shown.asksToDelete) {
    shown.asksToDelete = true
    return show()
  }
  const answer = await fetch(`/t/${id}/delete`, { method: 'POST' }).catch(() => undefined)
  if (answer === undefined) return tell('away')
  for (const address of addresses.values()) URL.revokeObjectURL(address)
  addresses.clear()
  shown.card = undefined
  tell(answer.ok ? 'deleted' : 'gone')
}

at('save').onclick = () => void save()
at('turn').onclick = () => {
  shown.side = shown.side === 'front' ? 'back' : 'front'
  show()
}
at('pdf').onclick = () => download(addressOf('pdf'), 'postcard.pdf')
at('delete').onclick = () => void deleteNow()
at('language').onclick = () => {
  shown.language = shown.language === 'zh' ? 'en' : 'zh'
  show()
}
at('back').onclick = () => {
  at('sheet').hidden = true
}

show()
void load()
