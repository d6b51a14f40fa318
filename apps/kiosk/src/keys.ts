/** A key press as Electron tells it before the page hears of it. */
export type KeyPress = {
  readonly key: string
  readonly control: boolean
  readonly alt: boolean
  readonly meta: boolean
}

const allowed = new Set([
  'ArrowLeft',
  'ArrowRight',
  'ArrowUp',
  'ArrowDown',
  'Enter',
  'Escape',
  'Tab',
  'Backspace',
  'Delete',
  'Home',
  'End',
  'PageUp',
  'PageDown',
  'Shift',
  'Process',
])

/**
 * Whether the page may hear this key in kiosk mode. What is not known to be harmless is kept away: function keys, media and
 * browser keys, and everything held with Control, Alt or the system key.
 */
export function isHarmless({ key, control, alt, meta }: KeyPress): boolean {
  if (control || alt || meta) return false
  return allowed.has(key) || [...key].length === 1
}
