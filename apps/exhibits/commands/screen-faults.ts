import type { Page } from 'playwright-core'

/** The faces that really drew the words of a page: families, and whether each came from our own files. */
export async function facesOf(page: Page): Promise<readonly { family: string; ours: boolean }[]> {
  const protocol = await page.context().newCDPSession(page)
  await protocol.send('DOM.enable')
  await protocol.send('CSS.enable')
  const { root } = await protocol.send('DOM.getDocument', { depth: 0 })
  const { nodeIds } = await protocol.send('DOM.querySelectorAll', {
    nodeId: root.nodeId,
    selector: '#stage :not(svg, svg *, canvas)',
  })
  const faces = new Map<string, boolean>()
  for (const nodeId of nodeIds) {
    const { fonts } = await protocol.send('CSS.getPlatformFontsForNode', { nodeId })
    for (const { familyName, isCustomFont } of fonts) faces.set(`${familyName} ${isCustomFont}`, isCustomFont)
  }
  await protocol.detach()
  return [...faces].map(([family, ours]) => ({ family, ours }))
}

/**
 * To be run in a page. Words that leave the sheet or their own box, letters below 24 design pixels, targets too small for a wet finger, and targets
 * out of reach: ending above `reach` design pixels, or, where the page has the low layout, not standing in its band. What hangs down into the band
 * from above is touched there.
 */
export function faultsOf({ reach, screen }: { readonly reach: number; readonly screen: string }): readonly string[] {
  const faults: string[] = []
  const unit = Math.min(innerWidth, innerHeight) / 1080
  const [wide, high] = [document.documentElement.scrollWidth, document.documentElement.scrollHeight]
  if (wide > innerWidth || high > innerHeight) faults.push(`the page scrolls: ${wide}×${high}`)
  for (const element of document.querySelectorAll<HTMLElement>('#stage *')) {
    const own = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim())
    if (own.length === 0 || element.closest('[aria-hidden], [inert], .visit-letter, .seal')) continue
    const range = document.createRange()
    range.selectNodeContents(element)
    // What is cut short within its own box leaves nothing.
    const isClipped = getComputedStyle(element).overflow === 'hidden'
    const box = (isClipped ? element : range).getBoundingClientRect()
    if (box.width === 0) continue
    const says = element.textContent?.slice(0, 16)
    if (box.left < 0 || box.top < 0 || box.right > innerWidth + 1 || box.bottom > innerHeight + 1)
      faults.push(`“${says}” leaves the sheet`)
    if (Number.parseFloat(getComputedStyle(element).fontSize) < 23.9 * unit) faults.push(`“${says}” is too small`)
    const holder = element
      .closest('button, .cut-panel, .visit-beside-words, .visit-scroll-words')
      ?.getBoundingClientRect()
    if (
      holder &&
      (box.left < holder.left - 1 ||
        box.right > holder.right + 1 ||
        box.top < holder.top - 1 ||
        box.bottom > holder.bottom + 1)
    ) {
      faults.push(`“${says}” leaves its paper`)
    }
  }
  const low = document.documentElement.hasAttribute('data-low-reach')
  const share = (name: string) =>
    (innerHeight * Number.parseFloat(document.documentElement.style.getPropertyValue(name) || '0')) / 100
  const band = low
    ? { top: share('--reach-top'), bottom: innerHeight - share('--reach-bottom') }
    : { top: 0, bottom: innerHeight }
  const targets = [
    ...document.querySelectorAll<HTMLElement>(
      'button.slip, button.visit-scroll, button.visit-language-sheet, button.story-print, button.story-label, button.story-row',
    ),
  ].filter((target) => target.closest('[inert]') === null)
  const boxes = targets.map((target) => target.getBoundingClientRect())
  boxes.forEach((box, i) => {
    const says = targets[i]?.textContent?.slice(0, 12)
    if (screen !== 'parts' && (box.width < 72 * unit || box.height < 72 * unit))
      faults.push(`“${says}” is too small to touch`)
    if (screen !== 'parts' && box.bottom < reach * unit) faults.push(`“${says}” is out of reach`)
    const within = Math.min(box.bottom, band.bottom) - Math.max(box.top, band.top)
    if (low && within < Math.min(box.height - 1, 260 * unit)) faults.push(`“${says}” is out of low reach`)
    for (const other of boxes.slice(i + 1)) {
      const overlaps =
        box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom
      if (overlaps && !document.querySelector('.visit-warning')) faults.push(`“${says}” lies on another target`)
    }
  })
  return faults
}
