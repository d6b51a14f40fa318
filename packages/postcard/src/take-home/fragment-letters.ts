/**
 * What a link's fragment is written in: of the 45 signs that a QR code holds in 5½ bits each, those that may stand in a
 * fragment as they are and that no reader of links takes for something else. A space, a percent sign and a plus are out.
 */
const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ$*-./:'
const base = letters.length

/** Three letters at a time, two bytes at a time: a product of both stays far below 2⁵³. */
const chunk = base ** 3

/** The bytes as one great number in base 42. The first byte must not be 0, or it would be lost. */
export function lettersOf(bytes: Uint8Array): string {
  const limbs: number[] = []
  for (let end = bytes.length; end > 0; end -= 2) limbs.unshift((bytes[end - 2] ?? 0) * 256 + (bytes[end - 1] ?? 0))
  let text = ''
  for (let first = 0; first < limbs.length; ) {
    let rest = 0
    for (let at = first; at < limbs.length; at++) {
      const value = rest * 65_536 + (limbs[at] ?? 0)
      limbs[at] = Math.floor(value / chunk)
      rest = value % chunk
    }
    for (let more = 0; more < 3; more++) {
      text = letters.charAt(rest % base) + text
      rest = Math.floor(rest / base)
    }
    while (limbs[first] === 0) first++
  }
  return text.replace(/^0+/, '')
}

/** The bytes again, or `undefined` where a sign is none of the 42 or the number begins with a 0, as none of ours does. */
export function bytesOf(text: string): Uint8Array | undefined {
  if (text.startsWith('0')) return undefined
  const limbs: number[] = []
  for (let at = 0; at < text.length; at++) {
    const digit = letters.indexOf(text.charAt(at))
    if (digit < 0) return undefined
    let carry = digit
    for (let limb = 0; limb < limbs.length; limb++) {
      const value = (limbs[limb] ?? 0) * base + carry
      limbs[limb] = value % 65_536
      carry = Math.floor(value / 65_536)
    }
    if (carry > 0) limbs.push(carry)
  }
  const bytes = limbs.reverse().flatMap((limb) => [limb >> 8, limb & 255])
  return Uint8Array.from(bytes[0] === 0 ? bytes.slice(1) : bytes)
}
