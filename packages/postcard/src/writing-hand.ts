/** One finger, palm, pen or mouse on the glass, in millimetres of the card and milliseconds. */
export type Touch = {
  readonly id: number
  readonly by: 'touch' | 'pen' | 'mouse'
  readonly x: number
  readonly y: number
  readonly when: number
  /** Longer side of the contact; 0 where the glass does not tell. */
  readonly contact: number
}

export type TouchEvent =
  | { readonly type: 'down' | 'moved' | 'up'; readonly touch: Touch }
  /** The system took the pointer away, or the page lost its capture. */
  | { readonly type: 'lost'; readonly id: number }

/** Which of all that touches the glass is writing. */
export type WritingHand = {
  readonly writer: (Touch & { readonly startX: number; readonly startY: number; readonly since: number }) | undefined
  /** A pen is or was just here: fingers rest until then. */
  readonly penUntil: number
}

export const restingHand: WritingHand = { writer: undefined, penUntil: Number.NEGATIVE_INFINITY }

export type HandAction =
  | { readonly do: 'begin' | 'extend'; readonly touch: Touch }
  /** Closes the stroke and keeps it. */
  | { readonly do: 'end' }
  /** It was a palm: the stroke never was. */
  | { readonly do: 'withdraw' }

/** A fingertip is rarely longer than 16 mm on glass; the side of a hand rarely shorter than 26. */
const palmFrom = 24
/** Milliseconds within which a second, smaller contact shows that the first was the palm. */
const palmLandsBefore = 160
/** Millimetres a palm may slide in that time. */
const palmSlides = 3
/** Millimetres: a contact longer than this may be a hand at rest, if it has written nothing yet. */
const restsFrom = 15
/** Milliseconds fingers are not believed after the pen was near. */
const penRules = 600

/**
 * One event in, what the ink should do out. A pen beats a finger; a contact as large as a palm never writes, and one that
 * grows to that size in its first moments is taken back; a hand that lies still, however long, gives way to the fingertip that lands beside
 * it; a second finger does not disturb one that writes; what is lost is closed.
 */
export function nextHand(
  hand: WritingHand,
  event: TouchEvent,
): { readonly hand: WritingHand; readonly actions: readonly HandAction[] } {
  switch (event.type) {
    case 'down':
      return down(hand, event.touch)
    case 'moved':
      return moved(hand, event.touch)
    case 'up':
      return lifted(hand, event.touch)
    case 'lost':
      if (hand.writer?.id !== event.id) return { hand, actions: [] }
      return { hand: { ...hand, writer: undefined }, actions: [{ do: 'end' }] }
  }
}

function down(hand: WritingHand, touch: Touch) {
  const { writer } = hand
  if (touch.by === 'pen') {
    const first: readonly HandAction[] =
      writer === undefined ? [] : [{ do: writer.by === 'touch' && isFresh(writer, touch) ? 'withdraw' : 'end' }]
    return { hand: began(hand, touch, touch.when + penRules), actions: [...first, { do: 'begin' as const, touch }] }
  }
  if (touch.by === 'touch' && (touch.contact >= palmFrom || touch.when < hand.penUntil)) return { hand, actions: [] }
  if (writer === undefined)
    return { hand: began(hand, touch, hand.penUntil), actions: [{ do: 'begin' as const, touch }] }
  const firstWasPalm = writer.by === 'touch' && touch.by === 'touch' && lay(writer, touch)
  if (!firstWasPalm) return { hand, actions: [] }
  return {
    hand: began(hand, touch, hand.penUntil),
    actions: [{ do: 'withdraw' as const }, { do: 'begin' as const, touch }],
  }
}

function moved(hand: WritingHand, touch: Touch) {
  const { writer } = hand
  if (writer?.id !== touch.id) return { hand, actions: [] }
  const grewToPalm = touch.by === 'touch' && touch.contact >= palmFrom && touch.when - writer.since <= palmLandsBefore
  if (grewToPalm) return { hand: { ...hand, writer: undefined }, actions: [{ do: 'withdraw' as const }] }
  const penUntil = touch.by === 'pen' ? touch.when + penRules : hand.penUntil
  return {
    hand: { writer: { ...touch, startX: writer.startX, startY: writer.startY, since: writer.since }, penUntil },
    actions: [{ do: 'extend' as const, touch }],
  }
}

function lifted(hand: WritingHand, touch: Touch) {
  if (hand.writer?.id !== touch.id) return { hand, actions: [] }
  const penUntil = touch.by === 'pen' ? touch.when + penRules : hand.penUntil
  return { hand: { writer: undefined, penUntil }, actions: [{ do: 'end' as const }] }
}

const began = (_: WritingHand, touch: Touch, penUntil: number): WritingHand => ({
  writer: { ...touch, startX: touch.x, startY: touch.y, since: touch.when },
  penUntil,
})

function isFresh(writer: NonNullable<WritingHand['writer']>, now: Touch): boolean {
  return now.when - writer.since <= palmLandsBefore && slid(writer) <= palmSlides
}

/** Whether what touched first only lay there: it wrote nothing, and the newcomer is smaller, or the glass tells no sizes at all. */
function lay(writer: NonNullable<WritingHand['writer']>, newcomer: Touch): boolean {
  if (slid(writer) > palmSlides) return false
  if (writer.contact === 0 || newcomer.contact === 0) return writer.contact === newcomer.contact
  const isSmaller = newcomer.contact < writer.contact * 0.7
  return isSmaller && (isFresh(writer, newcomer) || writer.contact >= restsFrom)
}

const slid = ({ x, y, startX, startY }: NonNullable<WritingHand['writer']>): number =>
  Math.hypot(x - startX, y - startY)
