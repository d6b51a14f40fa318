/** A number for a name, the same for ever (FNV-1a, 32 bits): what is cut for one name is always cut alike. */
export function seedOf(name: string): number {
  let hash = 0x811c9dc5
  for (const letter of name) {
    hash ^= letter.codePointAt(0) ?? 0
    hash = Math.imul(hash, 0x01000193)
  }
  return hash >>> 0
}
