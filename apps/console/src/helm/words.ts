import type { Language } from '@riverside/kit'

const zh = {
  drop: '改回设置文件的',
  by: '谁校的（可以不填）',
  counts: (counts: string) => `每圈 ${counts} 下`,
  reads: { serial: '串口编码器', 'pulse-keys': '按键脉冲', gamepad: '游戏手柄轴' },
  nowCounts: (counts: string, direction: string) => `现在：每圈 ${counts} 下，${direction}`,
  nowAxis: (travel: string, direction: string) => `现在：打到头 ${travel}，${direction}`,
  directions: { normal: '往右为正', reversed: '往右为负' },
  fromFile: '照设置文件',
  fromHand: (when: string, by: string) => (by === '' ? `${when} 校过` : `${when} ${by} 校过`),
  raws: '编码器读数',
  axis: '轴的位置',
  turns: '转了几圈',
  presses: '按轮毂',
  times: (count: number) => `${count} 次`,
  none: '设置文件里没有写舵轮，没有可校的。键盘、滚轮和屏上的舵轮照常能用。',
  noScreen: '还没听到大屏的声音。请让大屏开在滨江的画面上。',
  away: '驿站没有回音，稍等一等。',
  dropped: '已经改回设置文件里的。',
}

const en: typeof zh = {
  drop: 'Back to the station file',
  by: 'Who did it (may be left empty)',
  counts: (counts) => `${counts} counts a turn`,
  reads: { serial: 'serial encoder', 'pulse-keys': 'key pulses', gamepad: 'gamepad axis' },
  nowCounts: (counts, direction) => `Now: ${counts} counts a turn, ${direction}`,
  nowAxis: (travel, direction) => `Now: ${travel} to the stop, ${direction}`,
  directions: { normal: 'rising to the right', reversed: 'falling to the right' },
  fromFile: 'as the station file says',
  fromHand: (when, by) => (by === '' ? `calibrated ${when}` : `calibrated ${when} by ${by}`),
  raws: 'Encoder',
  axis: 'Axis',
  turns: 'Turned',
  presses: 'Hub',
  times: (count) => `${count} ×`,
  none: 'The station file names no wheel, so there is none to calibrate. Keys, mouse wheel and the helm on the screen work as ever.',
  noScreen: 'The big screen has not been heard yet. Let it show the river.',
  away: 'The station does not answer. Wait a moment.',
  dropped: 'As the station file says again.',
}

/** What only the staff desk says of the wheel. */
export const words: Readonly<Record<Language, typeof zh>> = { zh, en }
