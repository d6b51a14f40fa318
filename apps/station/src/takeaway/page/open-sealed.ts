import { gcm } from '@noble/ciphers/aes.js'
import type { ShownCard } from './shown-card.ts'

/** Opens the sealed bytes with the key of the fragment. Throws where key or bytes are not the right ones. */
export async function openSealed(
  sealed: Uint8Array<ArrayBuffer>,
  key: Uint8Array<ArrayBuffer>,
): Promise<Omit<ShownCard, 'picture'> & { readonly picture: Blob }> {
  const secret = await decrypted(sealed, key)
  const headerEnds = 4 + new DataView(secret.buffer, secret.byteOffset).getUint32(0)
  const { station, scene, draft, deletesAt, letters } = JSON.parse(
    new TextDecoder().decode(secret.subarray(4, headerEnds)),
  )
  return {
    draft,
    scene,
    station,
    letters: [letters],
    deletesAt,
    picture: new Blob([secret.subarray(headerEnds)], { type: 'image/jpeg' }),
  }
}

/** Browsers offer `crypto.subtle` only over https or on the machine itself; elsewhere the bundled cipher does the same work. */
async function decrypted(
  sealed: Uint8Array<ArrayBuffer>,
  key: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  const nonce = sealed.subarray(0, 12)
  const secret = sealed.subarray(12)
  if (typeof crypto !== 'undefined' && crypto.subtle) {
    const imported = await crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['decrypt'])
    return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv: nonce }, imported, secret))
  }
  return new Uint8Array(gcm(key, nonce).decrypt(secret))
}

/** The 32 bytes of a key written in base 32, or `undefined` where it is no whole key. */
export function keyOf(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^[A-Z2-7]{52}$/i.test(text)) return undefined
  const bytes: number[] = []
  let held = 0
  let bits = 0
  for (const letter of text.toUpperCase()) {
    held = (held << 5) | 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter)
    bits += 5
    if (bits >= 8) {
      bytes.push((held >>> (bits - 8)) & 255)
      bits -= 8
    }
    held &= (1 << bits) - 1
  }
  return new Uint8Array(bytes)
}
