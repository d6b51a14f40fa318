import type { Language, Words } from '@riverside/kit'
import type { CameraProblem } from './camera.ts'

export const answers = {
  yes: { zh: '点一盏灯', en: 'Yes, light it' },
  no: { zh: '不用，直接进', en: 'No, go straight in' },
  noOnTheWayOut: { zh: '不用，直接走', en: 'No, just leave' },
  goOn: { zh: '去别处看看', en: 'See the other rooms' },
  readAloud: { zh: '读给我听', en: 'Read it to me' },
  stopReading: { zh: '停一停', en: 'Stop reading' },
} as const satisfies Record<string, Words>

/** What the slip under the porthole says of the camera. It changes before the camera opens. */
export const cameraWords = {
  off: { zh: '摄像头现在关着', en: 'The camera is off' },
  open: { zh: '摄像头使用中', en: 'The camera is on' },
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
} as const satisfies Record<string, Words>

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
