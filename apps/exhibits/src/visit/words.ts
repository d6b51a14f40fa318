import type { Language } from '@riverside/kit'
import type { ExhibitId } from '@riverside/visit'

const zh = {
  openUntil: (hour: string) => `今天开到 ${hour}`,
  closedToday: '今天休息',
  turn: ['转动舵轮', '沿江走一程'] as readonly string[],
  touch: '也可以轻触屏幕任意一处',
  chooseLanguage: '请选一种语言',
  goOn: '就用中文',
  choose: '轻触一幅，或转舵选择、按舵心进入',
  whichRoom: '去哪一间',
  toRiver: '返回江面',
  resting: '这间今天休息',
  warnTitle: '还在看吗',
  warnBody: '没有人碰屏幕，过一会儿就回到江面，把这一程忘掉。',
  stay: '我还在',
  farewellTitle: ['一路平安', '下次再来'] as readonly string[],
  farewellBody: '您在这块屏幕上写的、选的，都已经忘掉了。',
  farewellEnd: '回到江面',
  calmTitle: '这间暂时休息',
  calmBody: '机器出了点小状况，值班的人已经知道了。别的几间照常开着。',
  calmBack: '去看别的',
}

/** The visit's own words. */
export type VisitWords = typeof zh

const en: VisitWords = {
  openUntil: (hour) => `open today until ${hour}`,
  closedToday: 'closed today',
  turn: ['Turn the helm.', 'Walk the river.'],
  touch: 'Or touch the screen anywhere',
  chooseLanguage: 'Choose a language',
  goOn: 'In English',
  choose: 'Touch one, or turn the helm and press its hub',
  whichRoom: 'Which room?',
  toRiver: 'To the river',
  resting: 'This room rests today',
  warnTitle: 'Still here?',
  warnBody: 'Nobody has touched the screen. In a moment it goes back to the river and forgets this visit.',
  stay: 'Still here',
  farewellTitle: ['A safe way home.', 'Come again.'],
  farewellBody: 'What you wrote and chose on this screen has been forgotten.',
  farewellEnd: 'Back to the river',
  calmTitle: 'This room is resting',
  calmBody: 'Something went wrong with the machine, and the person on duty knows. The other rooms are open.',
  calmBack: 'See the others',
}

export const visitWords: Readonly<Record<Language, VisitWords>> = { zh, en }

/** What one does in each room. */
export const roomLines: Readonly<Record<ExhibitId, Readonly<Record<Language, string>>>> = {
  voyage: { zh: '转舵航行，看楼的前世今生', en: 'Sail 2.8 km, then and now' },
  postcard: { zh: '写一张明信片，带走或印出', en: 'Write a postcard, take it along' },
  story: { zh: '拂开沙，听码头上的往事', en: 'Brush the sand, hear the story' },
  smile: { zh: '点一盏灯，看江面亮起来', en: 'Light a lantern on the river' },
}

/** What staff read on the PIN pad. */
export const padWords: Readonly<
  Record<
    Language,
    {
      readonly first: string
      readonly firstBody: string
      readonly again: string
      readonly againBody: string
      readonly enter: string
      readonly enterBody: string
      readonly rub: string
      readonly confirm: string
      readonly leave: string
      readonly helm: string
      readonly camera: string
      readonly outline: string
      readonly group: string
      readonly different: string
      readonly wrongPin: string
      readonly tooMany: string
      readonly tooEasy: string
      readonly alreadySet: string
      readonly noPinYet: string
      readonly unreachable: string
    }
  >
> = {
  zh: {
    first: '定一个值班密码',
    firstBody: '四到八位数字。定好以后，只有知道它的人能退出展项、打开工作台。这台机器没有出厂密码。',
    again: '再输一遍',
    againBody: '两遍一样才算定好。请记在值班本上，别贴在屏幕边。',
    enter: '值班密码',
    enterBody: '输入密码以后，可以退出展项、打开工作台，也可以在这里带团、校准机器。',
    rub: '退一位',
    confirm: '好了',
    leave: '返回',
    helm: '校舵轮',
    camera: '对镜头',
    outline: '展品轮廓',
    group: '带团',
    different: '两遍不一样，请从头再定一次。',
    wrongPin: '密码不对，请再试。',
    tooMany: '试得太多了，请过几分钟再来。',
    tooEasy: '太容易猜了，请换一个。',
    alreadySet: '密码已经有人定过了。',
    noPinYet: '本站还没有定过密码。',
    unreachable: '这台机器的服务没有回应，请稍等再试。',
  },
  en: {
    first: 'Choose a PIN for this station',
    firstBody:
      'Four to eight figures. From then on only those who know it can leave the exhibits or open the console. The machine has no PIN of its own.',
    again: 'Once more',
    againBody: 'Both must agree. Write it in the duty book, not on the edge of the screen.',
    enter: 'Duty PIN',
    enterBody: 'With the PIN you can leave the exhibits, open the console, lead a group, or set this machine right.',
    rub: 'Rub out',
    confirm: 'Done',
    leave: 'Back',
    helm: 'Calibrate helm',
    camera: 'Aim camera',
    outline: 'Outline exhibit',
    group: 'Lead a group',
    different: 'The two do not agree. Please start again.',
    wrongPin: 'That is not the PIN. Please try again.',
    tooMany: 'Too many tries. Please come back in a few minutes.',
    tooEasy: 'Too easy to guess. Please choose another.',
    alreadySet: 'A PIN has already been chosen.',
    noPinYet: 'No PIN has been chosen yet.',
    unreachable: 'The station service does not answer. Please wait a little and try again.',
  },
}
