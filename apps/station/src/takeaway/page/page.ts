import './old-browsers.ts'
import { type Card, cardSize } from '@riverside/postcard'
import { cardInLink } from './card-files.ts'
import { picturesPdf } from './card-pdf.ts'
import { drawnSide } from './draw-side.ts'
import { keyOf, openSealed } from './open-sealed.ts'
import { type PageLanguage, type PageWord, words } from './page-words.ts'
import { playWriting } from './play-writing.ts'
import { composed, loaded, type ShownCard } from './shown-card.ts'

const at = <Kind extends HTMLElement = HTMLElement>(id: string): Kind => document.getElementById(id) as Kind

type Side = 'front' | 'back'

/** What the page shows; everything on it follows from this. */
const shown: {
  language: PageLanguage
  card: ShownCard | undefined
  side: Side
  notice: PageWord | undefined
  asksToDelete: boolean
  /** Stops the writing that is being played. */
  stop: (() => void) | undefined
} = {
  language: /^zh/i.test(navigator.language) ? 'zh' : 'en',
  card: undefined,
  side: 'front',
  notice: 'opening',
  asksToDelete: false,
  stop: undefined,
}

/** Pixels across a card at 300 dots an inch. */
const printWidth = 1748

/** The station's own page is asked for by the id of a card; every other place holds cards in their links. */
const id = /^\/t\/([A-Z2-7]{26})$/i.exec(location.pathname)?.[1]?.toUpperCase()

/** Browsers inside chat programs save nothing by themselves: they offer it where a finger rests on a picture. */
const isInChat = /MicroMessenger|QQ\/|Weibo|AlipayClient|DingTalk/i.test(navigator.userAgent)
const canDownload = !isInChat && 'download' in document.createElement('a')

function show(): void {
  const say = words[shown.language]
  document.documentElement.lang = shown.language === 'zh' ? 'zh-CN' : 'en'
  document.title = say.title
  for (const element of Array.from(document.querySelectorAll<HTMLElement>('[data-say]'))) {
    element.textContent = say[element.getAttribute('data-say') as PageWord]
  }
  at('wait').textContent = shown.notice ? say[shown.notice] : ''
  at('ready').hidden = shown.card === undefined
  at('faces').hidden = shown.card === undefined
  if (shown.card !== undefined) showWords(shown.card)
}

function showWords({ draft, station, deletesAt }: ShownCard): void {
  const say = words[shown.language]
  at('card').setAttribute('alt', shown.side === 'front' ? say.front : say.backSide)
  at('turn').textContent = shown.side === 'front' ? say.turnOver : say.turnBack
  at('again').hidden = draft.strokes.length === 0
  at('pdf').hidden = !canDownload
  at('delete').hidden = deletesAt === undefined
  at('delete').textContent = shown.asksToDelete ? say.reallyDelete : say.delete
  twoLines('where', (language) =>
    language === 'zh'
      ? `写于${station.name.zh}，${dayOf(draft.date, 'zh')}`
      : `Written at ${station.name.en}, ${dayOf(draft.date, 'en')}`,
  )
  twoLines('until', (language) => {
    if (deletesAt === undefined) return words[language].inLink
    return language === 'zh'
      ? `这张卡片${momentOf(deletesAt, 'zh')}自动删除。存到手机的那张，归您。`
      : `It is deleted ${momentOf(deletesAt, 'en')}. The copy on your phone is yours.`
  })
  at('station').textContent = `${station.place[shown.language]} · ${station.name[shown.language]}`
}

/** The reader's language first, the other one small beneath it. */
function twoLines(place: string, text: (language: PageLanguage) => string): void {
  const small = document.createElement('small')
  small.textContent = text(shown.language === 'zh' ? 'en' : 'zh')
  at(place).textContent = text(shown.language)
  at(place).appendChild(small)
}

const months = 'January February March April May June July August September October November December'.split(' ')

function dayOf(date: string, language: PageLanguage): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  return language === 'zh' ? `${year} 年 ${month} 月 ${day} 日` : `${day} ${months[month - 1]} ${year}`
}

/** Days by the phone's own calendar: that is the clock its owner looks at. */
function momentOf(instant: number, language: PageLanguage): string {
  const when = new Date(instant)
  const clock = `${when.getHours()}:${`0${when.getMinutes()}`.slice(-2)}`
  const days = Math.round((new Date(instant).setHours(0, 0, 0, 0) - new Date().setHours(0, 0, 0, 0)) / 86_400_000)
  const day = { zh: ['今天', '明天'], en: ['today', 'tomorrow'] }[language][days]
  if (language === 'zh') return `${day ?? `${when.getMonth() + 1} 月 ${when.getDate()} 日`} ${clock} `
  return `${day ?? `${when.getDate()} ${months[when.getMonth()]}`} at ${clock}`
}

async function load(): Promise<void> {
  const fragment = location.hash.slice(1)
  const found = id === undefined ? await cardInLink(fragment).catch(() => 'damaged' as const) : await kept(id, fragment)
  if (typeof found === 'string') return tell(found)
  shown.card = found
  shown.language = found.draft.language
  tell(undefined)
  play()
}

async function kept(id: string, fragment: string): Promise<ShownCard | PageWord> {
  const key = keyOf(fragment)
  if (key === undefined) return 'damaged'
  const answer = await fetch(`/t/${id}/card`, { cache: 'no-store' }).catch(() => undefined)
  if (answer === undefined) return 'away'
  if (answer.status === 429) return 'too-many'
  if (!answer.ok) return 'gone'
  try {
    const opened = await openSealed(new Uint8Array(await answer.arrayBuffer()), key)
    return { ...opened, picture: await loaded(URL.createObjectURL(opened.picture)) }
  } catch {
    return 'damaged'
  }
}

function tell(notice: PageWord | undefined): void {
  shown.notice = notice
  show()
}

/** The writing, and then the card as a picture that a finger can rest on. */
function play(): void {
  const { card } = shown
  if (card === undefined) return
  shown.stop?.()
  shown.side = 'front'
  show()
  if (card.draft.strokes.length === 0 || matchMedia('(prefers-reduced-motion: reduce)').matches) return void rest()
  const canvas = at<HTMLCanvasElement>('writing')
  canvas.hidden = false
  const width = Math.min(printWidth, Math.round(canvas.parentElement!.clientWidth * (devicePixelRatio || 1)))
  shown.stop = playWriting(canvas, composed(card).front, card, width, () => void rest())
}

/** Ends the writing and lays the card's side down as a picture. */
async function rest(): Promise<void> {
  const { card } = shown
  if (card === undefined) return
  shown.stop?.()
  shown.stop = undefined
  const picture = at<HTMLImageElement>('card')
  const before = picture.src
  picture.src = URL.createObjectURL(await jpegOf(card, shown.side))
  picture.onload = () => {
    at('writing').hidden = true
    document.documentElement.setAttribute('data-rests', shown.side)
    if (before) URL.revokeObjectURL(before)
  }
  show()
}

const sideOf = (card: ShownCard, side: Side): Card[Side] => composed(card)[side]

const jpegOf = (card: ShownCard, side: Side): Promise<Blob> =>
  blobOf(drawnSide(sideOf(card, side), card, printWidth), 'image/jpeg')

function blobOf(canvas: HTMLCanvasElement, type: string): Promise<Blob> {
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), type, 0.92),
  )
}

async function save(): Promise<void> {
  const { card, side } = shown
  if (card === undefined) return
  const canvas = drawnSide(sideOf(card, side), card, printWidth)
  if (canDownload) return download(await blobOf(canvas, 'image/png'), `postcard-${side}.png`)
  // A data address: programs that save a held picture often cannot follow one into the page's own memory.
  at<HTMLImageElement>('large').src = canvas.toDataURL('image/jpeg', 0.92)
  at('sheet').hidden = false
}

async function savePdf(): Promise<void> {
  const { card } = shown
  if (card === undefined) return
  const pages = await Promise.all(
    (['front', 'back'] as const).map(async (side) => {
      const canvas = drawnSide(sideOf(card, side), card, printWidth, true)
      const jpeg = new Uint8Array(await new Response(await blobOf(canvas, 'image/jpeg')).arrayBuffer())
      return { jpeg, width: canvas.width, height: canvas.height }
    }),
  )
  download(picturesPdf(pages, cardSize), 'postcard.pdf')
}

function download(blob: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  document.body.appendChild(link)
  link.click()
  document.body.removeChild(link)
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

async function deleteNow(): Promise<void> {
  if (!shown.asksToDelete) {
    shown.asksToDelete = true
    return show()
  }
  const answer = await fetch(`/t/${id}/delete`, { method: 'POST' }).catch(() => undefined)
  if (answer === undefined) return tell('away')
  shown.stop?.()
  URL.revokeObjectURL(at<HTMLImageElement>('card').src)
  at('card').removeAttribute('src')
  shown.card = undefined
  tell(answer.ok ? 'deleted' : 'gone')
}

at('save').onclick = () => void save()
at('turn').onclick = () => {
  shown.side = shown.side === 'front' ? 'back' : 'front'
  void rest()
}
at('again').onclick = play
at('pdf').onclick = () => void savePdf()
at('delete').onclick = () => void deleteNow()
at('language').onclick = () => {
  shown.language = shown.language === 'zh' ? 'en' : 'zh'
  show()
}
at('back').onclick = () => {
  at('sheet').hidden = true
}
// Another card's link opened in the same window changes nothing but the fragment.
window.onhashchange = () => location.reload()

show()
void load()
