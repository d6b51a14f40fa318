import type { Language, Words } from '@riverside/kit'
import type { TicketSign } from '@riverside/smile'
import type { CameraProblem } from './camera.ts'

export const answers = {
  yes: { zh: '点一盏灯', en: 'Yes, light it' },
  no: { zh: '不用，直接进', en: 'No, go straight in' },
  noOnTheWayOut: { zh: '不用，直接走', en: 'No, just leave' },
  goOn: { zh: '去别处看看', en: 'See the other rooms' },
  readAloud: { zh: '读给我听', en: 'Read it to me' },
  stopReading: { zh: '停一停', en: 'Stop reading' },
  noVoice: { zh: '这台机器没有读字的声音', en: 'This machine has no voice to read with' },
  understood: { zh: '知道了', en: 'I see' },
} as const satisfies Record<string, Words>

/** What the slip under the porthole says of the camera. It changes before the camera opens. */
export const cameraWords = {
  off: { zh: '摄像头现在关着', en: 'The camera is off' },
  open: { zh: '摄像头使用中', en: 'The camera is on' },
  'always-on': { zh: '门口的摄像头常开着', en: 'The camera at the door stays on' },
  closed: { zh: '摄像头已经关上', en: 'The camera is off again' },
  'switched-off': { zh: '今天不点灯', en: 'No lanterns today' },
  'no-camera': { zh: '没有找到摄像头', en: 'No camera was found' },
  refused: { zh: '摄像头没有得到允许', en: 'The camera was not allowed' },
  busy: { zh: '摄像头正被占用', en: 'The camera is in use elsewhere' },
  'not-started': { zh: '这里暂时看不了', en: 'The reading cannot start' },
  lost: { zh: '摄像头断开了', en: 'The camera came unplugged' },
  'too-dark': { zh: '这里太暗了', en: 'It is too dark here' },
  blocked: { zh: '镜头被挡住了', en: 'Something covers the lens' },
  frozen: { zh: '画面停住了', en: 'The picture stands still' },
  calibrating: {
    zh: '摄像头使用中：值班人员在校准，只记数，不存图',
    en: 'The camera is on: staff are calibrating it; counts only, no picture is kept',
  },
} as const satisfies Record<CameraProblem | string, Words>
export type CameraWord = keyof typeof cameraWords

/** On every screen while the camera at the door is open. */
export const ambientWords = {
  zh: '摄像头使用中：只数笑脸，不存图',
  en: 'Camera on: it counts smiles and keeps no picture',
} as const satisfies Words

/** Why no lantern can be lit just now, and that nothing is lost by it. */
export const troubleWords = {
  'switched-off': {
    zh: '值班人员关上了这一项。别的展项照样都能玩。',
    en: 'Staff have switched this off. Everything else is open.',
  },
  'no-camera': {
    zh: '机器上没有接着摄像头。告诉值班台就好，别的展项照样都能玩。',
    en: 'No camera is connected. Please tell the duty desk; everything else is open.',
  },
  refused: {
    zh: '这台机器没有让摄像头打开。告诉值班台就好，别的展项照样都能玩。',
    en: 'This machine did not let the camera open. Please tell the duty desk; everything else is open.',
  },
  busy: {
    zh: '别的程序正用着摄像头。过一会儿再来，或者告诉值班台。',
    en: 'Another program has the camera. Come back in a moment, or tell the duty desk.',
  },
  'not-started': {
    zh: '读数的程序没有起来。告诉值班台就好，别的展项照样都能玩。',
    en: 'The reading program did not start. Please tell the duty desk; everything else is open.',
  },
  lost: {
    zh: '线松了一下，这一次不算。接好以后可以再来。',
    en: 'A cable came loose, so this time does not count. You can come again once it is back.',
  },
  'too-dark': {
    zh: '光线不够，看不清，这一次不算。走近灯下再来也可以。',
    en: 'There is too little light to see by, so this time does not count. You may try again in better light.',
  },
  blocked: {
    zh: '镜头前面有东西挡着，这一次不算。挪开它，或者告诉值班台。',
    en: 'Something stands before the lens, so this time does not count. Please move it, or tell the duty desk.',
  },
  frozen: {
    zh: '摄像头的画面不动了，这一次不算。告诉值班台就好，别的展项照样都能玩。',
    en: 'The camera’s picture has stopped, so this time does not count. Please tell the duty desk; everything else is open.',
  },
} as const satisfies Partial<Record<CameraWord, Words>>
export type Trouble = keyof typeof troubleWords

/** What a visitor is told of a picture that cannot be read by. A black one is a covered lens, whatever covers it. */
export const pictureTrouble: Readonly<
  Record<'good' | 'too-dark' | 'black' | 'blocked' | 'frozen' | 'silent', Trouble | undefined>
> = {
  good: undefined,
  'too-dark': 'too-dark',
  black: 'blocked',
  blocked: 'blocked',
  frozen: 'frozen',
  silent: 'frozen',
}

export const readingWords = {
  title: { zh: '看一眼河面就好', en: 'Just look at the river' },
  text: {
    zh: '灯慢慢亮起来的时候，摄像头就看好了。',
    en: 'By the time the lantern is bright, the camera has finished.',
  },
  stop: { zh: '不看了', en: 'Stop now' },
} as const satisfies Record<string, Words>

export const thanksWords = {
  title: { zh: '灯放到水上了', en: 'Your lantern is on the water' },
  text: { zh: '谢谢你。它和别人的灯一起，往下游去了。', en: 'Thank you. It drifts downstream with all the others.' },
  kept: {
    zh: '摄像头已经关上，画面一张也没有留下。',
    en: 'The camera is off again, and not one picture was kept.',
  },
  uncounted: {
    zh: '这一次没有记上数，灯是真的亮了。',
    en: 'This one could not be counted; the lantern burns all the same.',
  },
  goOn: { zh: '往前走', en: 'Go on' },
  withoutTicket: {
    zh: '船票没有领成，灯还是算数的。',
    en: 'No ticket could be had just now; your lantern counts all the same.',
  },
  takeTicket: { zh: '领一张船票', en: 'Take a ticket' },
  haveTicket: { zh: '我有船票', en: 'I have a ticket' },
} as const satisfies Record<string, Words>

/**
 * How many lanterns are on the river, of which each is one smile or stands for ten; undefined while too few came to say.
 * @param lanterns that are drawn; @param until the quarter-hour up to which they were counted
 */
export const riverCount = (lanterns: number, each: 1 | 10, until: string | null): Words | undefined =>
  lanterns === 0
    ? undefined
    : {
        zh: `今天，江上亮了 ${lanterns} 盏灯，${each === 1 ? '一盏是一次笑' : '一盏代表十次笑'}${until === null ? '' : `，截至 ${until}`}。`,
        en: `${lanterns} lanterns on the river today, ${each === 1 ? 'one for each smile' : 'each for ten smiles'}${until === null ? '' : `, up to ${until}`}.`,
      }

/** One machine for both doors. */
export const doorWords = {
  title: { zh: '进来，还是出去', en: 'Coming in, or going out?' },
  text: {
    zh: '两道门合用这一台，说一声，灯就算在那一边。',
    en: 'Both doors share this machine. Your answer says on which side the lantern counts.',
  },
  entry: { zh: '刚进来', en: 'Coming in' },
  exit: { zh: '要走了', en: 'Going out' },
  neither: { zh: '只是看看', en: 'Just looking' },
} as const satisfies Record<string, Words>

export const ticketWords = {
  title: { zh: '收好这张船票', en: 'Keep this boat ticket' },
  text: {
    zh: '走时点灯，再照着点这五样，两盏灯就算一对。可以拍下来。',
    en: 'On the way out, light a lantern and touch these five: the two make a pair. You may take a photo.',
  },
  /** @param until the hour at which the station shuts */
  life: (until: string): Words => ({
    zh: `不记名字。${until} 关门作废，用过一次也作废。`,
    en: `No name is kept. It ends at ${until}, or once it has been used.`,
  }),
  kept: { zh: '收好了', en: 'I have it' },
} as const

export const padWords = {
  title: { zh: '照船票点五样', en: 'Touch your five signs' },
  text: { zh: '按顺序点，从左往右。', en: 'In the order of your ticket, from left to right.' },
  back: { zh: '退一样', en: 'One back' },
  none: { zh: '不用船票', en: 'No ticket' },
} as const satisfies Record<string, Words>

/** Why a ticket was not taken. Nobody is blamed for it. */
export const padTroubleWords = {
  'unknown-ticket': {
    zh: '这五样对不上哪张船票。再看看顺序，不用也行。',
    en: 'No ticket has these five. Please check their order, or go on without.',
  },
  'used-ticket': {
    zh: '这张船票收过了，一张只收一次。',
    en: 'This ticket was taken before; each is taken once.',
  },
  'tickets-lost': {
    zh: '没找到这张船票。驿站今天重新开过机，先前的票都没了，不怪您。',
    en: 'This ticket is not known. The station was started again today and lost those before; it is no fault of yours.',
  },
  resting: {
    zh: '错的点得多了，歇一分钟再点，不用也行。',
    en: 'Too many were wrong. The signs rest for a minute; you may go on without.',
  },
  'no-reading': {
    zh: '隔得久了，这一次配不成对，灯还是算数的。',
    en: 'Too long ago to make a pair; your lantern counts all the same.',
  },
  unreachable: {
    zh: '驿站没有应声，船票没有收，灯还是算数的。',
    en: 'The station did not answer, so the ticket was not taken; your lantern counts all the same.',
  },
} as const satisfies Record<string, Words>

/** What the twelve signs are called. */
export const signWords = {
  anchor: { zh: '锚', en: 'anchor' },
  boat: { zh: '帆船', en: 'boat' },
  bridge: { zh: '大桥', en: 'bridge' },
  crane: { zh: '吊车', en: 'crane' },
  fish: { zh: '鱼', en: 'fish' },
  gull: { zh: '江鸥', en: 'gull' },
  helm: { zh: '舵轮', en: 'helm' },
  lantern: { zh: '灯', en: 'lantern' },
  moon: { zh: '月亮', en: 'moon' },
  reed: { zh: '芦苇', en: 'reed' },
  tower: { zh: '塔楼', en: 'tower' },
  umbrella: { zh: '伞', en: 'umbrella' },
} as const satisfies Record<TicketSign, Words>

/** The five buttons on the way out. */
export const reportWords = {
  title: { zh: '这一趟，满意吗', en: 'How was your visit?' },
  paired: { zh: '船票收下了，两盏灯算成一对。', en: 'Ticket taken: your two lanterns are a pair.' },
  note: {
    zh: '一人点一下，不记名；连着点，只算头一下。',
    en: 'One touch each, without a name; of several in a row the first counts.',
  },
  skip: { zh: '不说了', en: 'Rather not say' },
} as const satisfies Record<string, Words>

/** From the worst to the best. */
export const answerWords = [
  { zh: '很不满意', en: 'Very poor' },
  { zh: '不太满意', en: 'Poor' },
  { zh: '一般', en: 'Fair' },
  { zh: '满意', en: 'Good' },
  { zh: '很满意', en: 'Very good' },
] as const satisfies readonly Words[]

export const answeredWords = {
  counted: {
    title: { zh: '记下了，谢谢', en: 'Noted, thank you' },
    text: { zh: '每一句都算数，好的坏的都算。', en: 'Every answer counts, good or bad.' },
  },
  'too-fast': {
    title: { zh: '谢谢', en: 'Thank you' },
    text: {
      zh: '刚才有人点过，挨得太近，这一下没有再记。',
      en: 'Somebody answered a moment ago; this one was not counted again.',
    },
  },
  unreachable: {
    title: { zh: '谢谢', en: 'Thank you' },
    text: { zh: '驿站没有应声，这一下没有记上。', en: 'The station did not answer, so this one was not counted.' },
  },
} as const satisfies Record<string, Record<'title' | 'text', Words>>

/** The live view staff aim the camera by. */
export const aimingWords = {
  zh: {
    title: '对一对镜头',
    lines: [
      '按住就看得见，手一松就关。',
      '画面只到这块屏，不存，也不传到别处。',
      '人从门口走来，脸上要有框；框小于拇指，就把镜头挪近些。',
    ],
    hold: '按住看',
    leave: '回去',
    faces: (count: number) => (count === 0 ? '现在没有认出脸' : `现在框住 ${count} 张脸`),
  },
  en: {
    title: 'Aim the camera',
    lines: [
      'Press and hold to see; let go and it closes.',
      'The picture reaches this screen only. It is not kept and goes nowhere else.',
      'Whoever comes in at the door should have a frame round the face; if it is smaller than a thumb, move the camera nearer.',
    ],
    hold: 'Hold to see',
    leave: 'Back',
    faces: (count: number) =>
      count === 0 ? 'No face is found now' : `${count} ${count === 1 ? 'face' : 'faces'} framed now`,
  },
} as const satisfies Record<Language, unknown>
