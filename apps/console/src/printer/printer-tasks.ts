import type { Health } from '@riverside/contract'
import type { Words } from '@riverside/kit'
import type { PrinterTrouble } from '@riverside/postcard'
import type { Task } from '../today/task.ts'

const byCode: Words = { zh: '客人可以扫码带走', en: 'Visitors take their cards away by code' }
const kept: Words = {
  zh: '等着的卡片留十分钟，弄好了自己会印',
  en: 'Waiting cards are kept for ten minutes and print by themselves',
}

const restart: Words = { zh: '关掉，数到十，再打开', en: 'Switch it off, count to ten and switch it on' }

const fill: readonly Words[] = [
  { zh: '打开打印机的纸盒', en: 'Open the tray of the printer' },
  { zh: '放一叠明信片纸，靠边对齐', en: 'Put in a stack of cards, flush with the edge' },
  { zh: '推回去，推到底', en: 'Push it home' },
]

/** What to do about each trouble of the printer, in three steps at most. */
const printerTasks: Readonly<Record<PrinterTrouble, Task>> = {
  'paper-out': {
    id: 'paper-out',
    title: { zh: '给明信片打印机添纸', en: 'Give the postcard printer paper' },
    steps: fill,
    meanwhile: kept,
    asksForSheets: true,
  },
  'paper-jam': {
    id: 'paper-jam',
    title: { zh: '明信片打印机卡纸了', en: 'The postcard printer is jammed' },
    steps: [
      { zh: '打开盖子，顺着纸走的方向慢慢抽', en: 'Open the lid and draw the card out slowly, the way it runs' },
      { zh: '看看里面还有没有碎纸', en: 'See that no scrap of paper is left inside' },
      { zh: '合上盖子，听到一声轻响', en: 'Close the lid until it clicks' },
    ],
    meanwhile: kept,
  },
  'cover-open': {
    id: 'cover-open',
    title: { zh: '把打印机的盖子合上', en: 'Close the lid of the printer' },
    steps: [
      { zh: '看看盖子下面夹着东西没有', en: 'See that nothing is caught under the lid' },
      { zh: '合上，听到一声轻响', en: 'Close it until it clicks' },
    ],
    meanwhile: kept,
  },
  'ink-out': {
    id: 'ink-out',
    title: { zh: '给明信片打印机换墨', en: 'Give the postcard printer ink' },
    steps: [
      { zh: '打开盖子，看哪一格亮着灯', en: 'Open the lid and see which slot is lit' },
      { zh: '取出空的，换上一样颜色的', en: 'Take the empty one out and put in one of the same colour' },
      { zh: '合上盖子，等它自己洗好', en: 'Close the lid and let it clean itself' },
    ],
    meanwhile: kept,
  },
  paused: {
    id: 'printer-paused',
    title: { zh: '打印机停着，请让它接着印', en: 'The printer is paused: let it go on' },
    steps: [
      { zh: '看看打印机里有纸，盖子合着', en: 'See that there is paper and the lid is closed' },
      { zh: '到「打印机」那一页，按「接着印」', en: 'On the printer’s page press “Go on”' },
    ],
    meanwhile: byCode,
  },
  offline: {
    id: 'printer-offline',
    title: { zh: '打印机没有连上', en: 'The printer is not connected' },
    steps: [
      { zh: '看看电源灯亮着没有', en: 'See whether its light is on' },
      { zh: '把电源线和另一根线都插紧', en: 'Push both of its cables in firmly' },
      restart,
    ],
    meanwhile: byCode,
  },
  other: {
    id: 'printer',
    title: { zh: '看一看明信片打印机', en: 'Look at the postcard printer' },
    steps: [
      { zh: '看看它的小屏上写着什么', en: 'See what its own small screen says' },
      restart,
      { zh: '还不行，打电话给技术员', en: 'If that does not help, call the technician' },
    ],
    meanwhile: byCode,
  },
}

/** What the printer wants of a pair of hands: its trouble first, then paper that is nearly gone. */
export function printerTask(printer: Health['devices']['printer'], paper: Health['paper']): Task | undefined {
  if (printer.state === 'trouble')
    return printerTasks[(printer.reason ?? 'other') as PrinterTrouble] ?? printerTasks.other
  return paper.isLow && printer.state !== 'absent' ? paperLow(paper.left ?? 0) : undefined
}

const paperLow = (left: number): Task => ({
  id: 'paper-low',
  title: { zh: '明信片纸不多了，请添一叠', en: 'Cards are running low: add a stack' },
  steps: fill,
  meanwhile: {
    zh: left === 0 ? '按数来说纸盒已经空了' : `按数来说还能印 ${left} 张`,
    en: left === 0 ? 'By our count the tray is empty' : `By our count ${left} more can be printed`,
  },
  asksForSheets: true,
})
