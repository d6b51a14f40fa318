import { type CardLink, type LinkedCard, linkOf } from '@riverside/postcard'
import { type CodePixels, codePixels } from './qr-code.ts'

/** What is made aside: a card's own link, or the code for a text. */
export type CodeOrder =
  | { readonly make: 'link'; readonly card: LinkedCard; readonly page: string }
  | { readonly make: 'code'; readonly text: string; readonly level: 'L' | 'M'; readonly most: number }

export type Made = { readonly link?: CardLink; readonly code?: CodePixels }

/** Empty where the card has no room in a link, and where a code could not be read back. */
export function carriedOut(order: CodeOrder): Made {
  if (order.make === 'link') {
    const link = linkOf(order.card, order.page)
    return link.ok ? { link: link.value } : {}
  }
  const code = codePixels(order.text, order.level, order.most)
  return code ? { code } : {}
}
