import type { Language } from '@riverside/kit'
import type { ZoneProblem } from '@riverside/story'

type OutlineWords = {
  readonly title: string
  readonly body: string
  readonly more: string
  readonly less: string
  readonly keep: string
  readonly drop: string
  readonly leave: string
  readonly corner: (index: number) => string
  readonly kept: string
  readonly dropped: string
  readonly notKept: string
  readonly problems: Readonly<Record<ZoneProblem, string>>
}

export const outlineWords: Readonly<Record<Language, OutlineWords>> = {
  zh: {
    title: '展品轮廓',
    body: '站在观众的位置，把角点拖到屏后展品的边上。框里以后不印画，字和画让到旁边。',
    more: '加一点',
    less: '减一点',
    keep: '就用这个轮廓',
    drop: '屏后没有展品',
    leave: '离开',
    corner: (index) => `第${index}个角点`,
    kept: '轮廓记下了，再进这间屋就照它排。',
    dropped: '轮廓去掉了。',
    notKept: '没有存上，请再试一次。',
    problems: {
      'too-few-corners': '至少要四个角点。',
      'crosses-itself': '边线自己交叉了，把角点理顺再存。',
      'too-small': '框太小，看看角点是不是叠在一起。',
      'too-low': '框伸到了字和按键那里，请往上收。',
    },
  },
  en: {
    title: 'Outline of the exhibit',
    body: 'From where visitors stand, drag the corners to the edge of the thing behind the pane. Nothing will be printed inside; words and picture go beside it.',
    more: 'One corner more',
    less: 'One less',
    keep: 'Use this outline',
    drop: 'Nothing behind',
    leave: 'Leave',
    corner: (index) => `Corner ${index}`,
    kept: 'The outline is kept; the room follows it from the next time it is entered.',
    dropped: 'The outline is gone.',
    notKept: 'It could not be kept. Please try again.',
    problems: {
      'too-few-corners': 'It takes at least four corners.',
      'crosses-itself': 'The line crosses itself; put the corners in order first.',
      'too-small': 'It is too small; are two corners in one place?',
      'too-low': 'It reaches down to words and buttons; move it up.',
    },
  },
}
