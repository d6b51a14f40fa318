import type { Health, Today } from '@riverside/contract'
import { printerTask } from '../printer/printer-tasks.ts'
import type { Task } from './task.ts'

/** What there is to do, most urgent for visitors first. */
export function tasksOf(health: Health, today: Today): readonly Task[] {
  const { helm, camera, printer, counter } = health.devices
  const found: readonly (Task | false | undefined)[] = [
    health.pack.onScreen === null && screenAway,
    health.pack.onScreen !== null && health.pack.onScreen !== health.pack.hash && screenBehind,
    health.database.state === 'full' && diskFull,
    health.database.state === 'read-only' && cannotWrite,
    health.pack.onScreen !== null &&
      helm.state === 'trouble' &&
      (helm.reason === 'wants-a-hand' ? helmAsleep : helmSilent),
    printerTask(printer, health.paper),
    health.pack.onScreen !== null && camera.state === 'trouble' && (cameraTasks[camera.reason ?? ''] ?? cameraSilent),
    counter.state === 'trouble' && (counterTasks[counter.reason ?? ''] ?? counterSilent),
    health.database.state === 'set-aside' && setAside,
    today.smile.compliance === 'expired' && recordExpired,
  ]
  return found.filter((task) => task !== false && task !== undefined)
}

const screenAway: Task = {
  id: 'screen-away',
  title: { zh: '把大屏打开', en: 'Switch the big screen on' },
  steps: [
    { zh: '看看屏幕亮着没有，不亮就按电源', en: 'See whether the screen is lit; if not, press its power button' },
    { zh: '亮着却不动，就按主机的开关，再开一次', en: 'If it is lit but still, switch the machine off and on again' },
    { zh: '一分钟之内，这一条会自己消失', en: 'Within a minute this line goes away by itself' },
  ],
  meanwhile: { zh: '客人现在看不到滨江', en: 'Visitors do not see the river now' },
}
const screenBehind: Task = {
  id: 'screen-behind',
  title: { zh: '大屏还停在旧的内容上', en: 'The big screen still shows the old content' },
  steps: [
    { zh: '没有客人的时候，它会自己换上', en: 'It changes by itself when nobody is at it' },
    { zh: '过了十分钟还没换，就把主机关了再开', en: 'If it has not after ten minutes, switch the machine off and on' },
  ],
  meanwhile: { zh: '客人看到的是上一版，照常能看', en: 'Visitors see the version before, and nothing is amiss' },
}
const diskFull: Task = {
  id: 'disk-full',
  title: { zh: '硬盘满了，请腾地方', en: 'The disk is full: make room' },
  steps: [
    { zh: '把不用的文件移走', en: 'Move files nobody needs' },
    { zh: '不要动数据文件夹', en: 'Leave the data folder alone' },
  ],
  meanwhile: { zh: '客人照常能看，人数暂时记不下来', en: 'Visitors notice nothing; counts cannot be kept' },
}
const cannotWrite: Task = {
  id: 'cannot-write',
  title: { zh: '数据文件夹写不进去', en: 'The data folder cannot be written' },
  steps: [{ zh: '打电话给技术员，告诉他这一句', en: 'Call the technician and read out this line' }],
  meanwhile: { zh: '客人照常能看，人数暂时记不下来', en: 'Visitors notice nothing; counts cannot be kept' },
}
const setAside: Task = {
  id: 'set-aside',
  title: { zh: '旧的数据读不出，已放在一边', en: 'The old data could not be read and were put aside' },
  steps: [
    {
      zh: '打电话给技术员，旧文件还在，不要删',
      en: 'Call the technician; the old file is still there, delete nothing',
    },
  ],
  meanwhile: { zh: '从现在起照常记数', en: 'Counting goes on as of now' },
}
const helmSilent: Task = {
  id: 'helm',
  title: { zh: '看一看舵轮的线', en: 'Look at the cable of the helm' },
  steps: [
    { zh: '舵轮底下那根线，拔下来再插紧', en: 'Pull the cable under the helm out and push it in firmly' },
    { zh: '转一转，屏上的舵轮跟着动就好了', en: 'Turn it: the helm on the screen follows' },
  ],
  meanwhile: { zh: '客人可以用手转屏上的舵轮', en: 'Visitors can turn the helm on the screen by hand' },
}
/** A browser shows a gamepad to a page only after a hand has been on it. */
const helmAsleep: Task = {
  id: 'helm-asleep',
  title: { zh: '按一下舵轮当中的轮毂', en: 'Press the hub of the helm once' },
  steps: [
    { zh: '按一下，或者往右打半圈，大屏就认得它了', en: 'Press it, or turn it half over: the screen knows it then' },
    {
      zh: '还不动，就把底下那根线拔下来再插紧',
      en: 'If it still does nothing, pull its cable out and push it in firmly',
    },
  ],
  meanwhile: { zh: '客人可以用手转屏上的舵轮', en: 'Visitors can turn the helm on the screen by hand' },
}
const cameraSilent: Task = {
  id: 'camera',
  title: { zh: '看一看门口的摄像头', en: 'Look at the camera at the door' },
  steps: [
    { zh: '镜头前有没有东西挡着', en: 'See whether something stands before its lens' },
    { zh: '把它的线拔下来，再插紧', en: 'Pull its cable out and push it in firmly' },
  ],
  meanwhile: { zh: '笑脸暂时不记，别的照常', en: 'Smiles are not counted; all else goes on' },
}
const cameraTasks: Readonly<Record<string, Task>> = {
  'too-dark': {
    id: 'camera-too-dark',
    title: { zh: '门口太暗了，开一盏灯', en: 'It is too dark at the door: put a light on' },
    steps: [
      { zh: '看看门口的灯亮着没有', en: 'See whether the lamp at the door is lit' },
      { zh: '天黑得早的日子，早一点开', en: 'Where evenings are early, light it earlier' },
    ],
    meanwhile: { zh: '笑脸暂时不记，不会记成没笑', en: 'Smiles are not counted, nor counted as missing' },
  },
  ...Object.fromEntries(
    ['black', 'blocked'].map((reason): [string, Task] => [
      reason,
      {
        id: 'camera-blocked',
        title: { zh: '摄像头前面有东西挡着', en: 'Something covers the camera' },
        steps: [
          { zh: '看看镜头盖、贴纸、海报，挪开', en: 'Look for a cap, a sticker or a poster and move it' },
          { zh: '用软布擦一擦镜头', en: 'Wipe the lens with a soft cloth' },
        ],
        meanwhile: { zh: '笑脸暂时不记，别的照常', en: 'Smiles are not counted; all else goes on' },
      },
    ]),
  ),
  ...Object.fromEntries(
    ['frozen', 'silent'].map((reason): [string, Task] => [
      reason,
      {
        id: 'camera-frozen',
        title: { zh: '摄像头的画面停住了', en: 'The picture of the camera stands still' },
        steps: [
          { zh: '把它的线拔下来，数到十，再插紧', en: 'Pull its cable out, count to ten and push it in firmly' },
          { zh: '还不动，就把主机关了再开', en: 'If that does not help, switch the machine off and on' },
        ],
        meanwhile: { zh: '笑脸暂时不记，别的照常', en: 'Smiles are not counted; all else goes on' },
      },
    ]),
  ),
  lost: {
    id: 'camera-lost',
    title: { zh: '摄像头的线松了', en: 'The cable of the camera has come loose' },
    steps: [{ zh: '把线插紧，几秒钟就会好', en: 'Push it in firmly; it is well within seconds' }],
    meanwhile: { zh: '笑脸暂时不记，别的照常', en: 'Smiles are not counted; all else goes on' },
  },
}
const counterSilent: Task = {
  id: 'counter',
  title: { zh: '看一看门口数人数的', en: 'Look at the people counter at the door' },
  steps: [
    { zh: '看看它的灯亮着没有', en: 'See whether its light is on' },
    { zh: '把线插紧', en: 'Push its cable in firmly' },
  ],
  meanwhile: { zh: '这一段的进出人数算缺，不算零', en: 'Passages meanwhile count as missing, not as none' },
}
const counterTasks: Readonly<Record<string, Task>> = {
  'counter-stuck': {
    ...counterSilent,
    id: 'counter-stuck',
    title: { zh: '有人走过，计数器却没有数', en: 'People pass and the counter does not count them' },
    steps: [
      { zh: '看看它对着门没有，前面有没有挡住', en: 'See whether it faces the door and nothing is in its way' },
      { zh: '关掉再开', en: 'Switch it off and on' },
    ],
  },
  'counter-chattering': {
    ...counterSilent,
    id: 'counter-chattering',
    title: { zh: '计数器乱跳，数得太多', en: 'The counter counts far too many' },
    steps: [
      { zh: '看看前面有没有晃动的东西', en: 'See whether something swings before it' },
      { zh: '关掉再开', en: 'Switch it off and on' },
    ],
  },
}
const recordExpired: Task = {
  id: 'record-expired',
  title: { zh: '门口常开的评估到期了', en: 'The assessment for the always-on reader has expired' },
  steps: [
    { zh: '请负责人续办，写进驿站的配置', en: 'Ask whoever is responsible to renew it in the station file' },
    { zh: '不续也行：客人自己按，照样能用', en: 'Or leave it: reading by tap goes on' },
  ],
  meanwhile: { zh: '已经自动改成客人自己按', en: 'It has gone back to reading by tap' },
}
