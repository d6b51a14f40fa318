import type { DeviceState, Health, Today } from '@riverside/contract'
import type { Language, Words } from '@riverside/kit'
import type { MarkName } from '@riverside/ui'

/** One line of the ledger: what it is, how it is in words, and the mark before it. */
export type Line = {
  readonly id: string
  readonly name: string
  readonly state: string
  readonly mark: Extract<MarkName, 'check' | 'alert' | 'dash'>
}

/** Every machine and file staff may be asked about, in the order in which they walk past them. */
export function ledgerOf(language: Language, health: Health, { smile }: Today): readonly Line[] {
  const { helm, camera, printer } = health.devices
  const line = (id: keyof typeof names, mark: Line['mark'], state: Words): Line => ({
    id,
    name: names[id][language],
    mark,
    state: state[language],
  })
  const device = (id: keyof typeof names, { state, reason }: DeviceState): Line =>
    line(
      id,
      state === 'trouble' ? 'alert' : state === 'absent' ? 'dash' : 'check',
      state === 'trouble' ? (reasons[reason ?? ''] ?? unknownReason(reason)) : states[state],
    )
  return [
    screenLine(health, line),
    device('helm', helm),
    camera.state === 'ready' || camera.state === 'pretend'
      ? line('camera', smile.mode === 'off' ? 'dash' : 'check', cameraWords(camera.state, smile.mode))
      : device('camera', camera),
    printer.state === 'ready' && health.paper.left !== null
      ? line('printer', 'check', paperWords(health.paper.left))
      : device('printer', printer),
    line('content', 'check', {
      zh: `${health.pack.id} ${health.pack.version} 版`,
      en: `${health.pack.id} ${health.pack.version}`,
    }),
    line('data', health.database.state === 'ready' ? 'check' : 'alert', databaseWords[health.database.state]),
  ]
}

function screenLine(health: Health, line: (id: 'screen', mark: Line['mark'], state: Words) => Line): Line {
  if (health.pack.onScreen === null) return line('screen', 'alert', { zh: '没有回音', en: 'does not answer' })
  return health.pack.onScreen === health.pack.hash
    ? line('screen', 'check', { zh: '正常', en: 'well' })
    : line('screen', 'alert', { zh: '还是旧的内容', en: 'still shows the old content' })
}

const names = {
  screen: { zh: '大屏', en: 'Big screen' },
  helm: { zh: '舵轮', en: 'Helm' },
  camera: { zh: '摄像头', en: 'Camera' },
  printer: { zh: '明信片打印机', en: 'Postcard printer' },
  content: { zh: '内容', en: 'Content' },
  data: { zh: '数据', en: 'Data' },
} as const satisfies Record<string, Words>

const states: Readonly<Record<Exclude<DeviceState['state'], 'trouble'>, Words>> = {
  ready: { zh: '正常', en: 'well' },
  busy: { zh: '正在忙', en: 'at work' },
  absent: { zh: '没有接', en: 'not connected' },
  pretend: { zh: '演示用的，一切正常', en: 'pretend, well' },
}

const paperWords = (left: number): Words => ({ zh: `正常，还有 ${left} 张纸`, en: `well, ${left} sheets left` })

function cameraWords(state: 'ready' | 'pretend', mode: Today['smile']['mode']): Words {
  const kind = state === 'pretend' ? { zh: '演示用的，', en: 'pretend, ' } : { zh: '', en: '' }
  if (mode === 'off') return { zh: `${kind.zh}关着，不看人`, en: `${kind.en}off` }
  return mode === 'ambient'
    ? { zh: `${kind.zh}常开，只记数`, en: `${kind.en}always on` }
    : { zh: `${kind.zh}有人按才看四秒`, en: `${kind.en}on by tap` }
}

const reasons: Readonly<Record<string, Words>> = {
  'no-screen-yet': { zh: '等大屏打开', en: 'waits for the big screen' },
  'paper-out': { zh: '没纸了', en: 'out of paper' },
  'paper-jam': { zh: '卡纸了', en: 'jammed' },
  other: { zh: '要看一看', en: 'needs a look' },
  'cover-open': { zh: '盖子开着', en: 'lid open' },
  'ink-out': { zh: '没墨了', en: 'out of ink' },
  offline: { zh: '没有回音', en: 'does not answer' },
  paused: { zh: '停着', en: 'paused' },
  lost: { zh: '线松了', en: 'cable loose' },
  'wants-a-hand': { zh: '等人按一下', en: 'waits for a hand' },
  unplugged: { zh: '线松了', en: 'cable loose' },
  refused: { zh: '系统不让用', en: 'refused by the system' },
  busy: { zh: '被别的程序占着', en: 'taken by another program' },
  black: { zh: '画面是黑的', en: 'sees only black' },
  frozen: { zh: '画面不动了', en: 'picture stands still' },
}

const unknownReason = (reason: string | undefined): Words =>
  reason === undefined
    ? { zh: '有点问题', en: 'in trouble' }
    : { zh: `有点问题（${reason}）`, en: `in trouble (${reason})` }

const databaseWords: Readonly<Record<Health['database']['state'], Words>> = {
  ready: { zh: '都在，正常', en: 'all there' },
  'read-only': { zh: '写不进去', en: 'cannot be written' },
  full: { zh: '硬盘满了', en: 'disk full' },
  'set-aside': { zh: '旧的放在一边了', en: 'the old ones were put aside' },
}
