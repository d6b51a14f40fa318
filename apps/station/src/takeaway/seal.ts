import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { CardHeader } from '@riverside/contract'
import { parseJson } from '@riverside/kit'

/** What a sealed card is opened with: 32 bytes. It is handed to the visitor and kept nowhere. */
export type CardKey = Uint8Array

const nonceLength = 12
const tagLength = 16

/** Seals a card and its picture with AES-256-GCM under a key made for it alone. */
export function sealCard(
  header: CardHeader,
  picture: Uint8Array,
): { readonly sealed: Uint8Array; readonly key: CardKey } {
  const written = Buffer.from(JSON.stringify(header))
  const length = Buffer.alloc(4)
  length.writeUInt32BE(written.length)
  const key = randomBytes(32)
  const nonce = randomBytes(nonceLength)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  const secret = Buffer.concat([length, written, picture].map((part) => cipher.update(part)))
  cipher.final()
  return { sealed: Buffer.concat([nonce, secret, cipher.getAuthTag()]), key }
}

/** Opens a sealed card; `undefined` where the key is another's or a byte was changed. */
export function openCard(
  sealed: Uint8Array,
  key: CardKey,
): { readonly header: CardHeader; readonly picture: Uint8Array } | undefined {
  try {
    const bytes = Buffer.from(sealed)
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceLength))
    decipher.setAuthTag(bytes.subarray(-tagLength))
    const secret = Buffer.concat([decipher.update(bytes.subarray(nonceLength, -tagLength)), decipher.final()])
    const headerEnds = 4 + secret.readUInt32BE(0)
    const header = CardHeader.parse(parseJson(secret.toString('utf8', 4, headerEnds)))
    return { header, picture: secret.subarray(headerEnds) }
  } catch {
    return undefined
  }
}

/** RFC 4648 base 32 without padding: capitals and figures only, which a QR code writes in 5½ bits a letter. */
export function base32(bytes: Uint8Array): string {
  let text = ''
  let held = 0
  let bits = 0
  for (const byte of bytes) {
    held = (held << 8) | byte
    bits += 8
    while (bits >= 5) {
      text += alphabet[(held >>> (bits - 5)) & 31]
      bits -= 5
    }
    held &= (1 << bits) - 1
  }
  return bits > 0 ? text + alphabet[(held << (5 - bits)) & 31] : text
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
