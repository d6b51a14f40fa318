import { besideZone, type ObjectZone, type Rectangle, type Way } from '@riverside/story'

/** Where the tray stands, in parts of the screen, and at which side the title hangs. */
export type RoomLayout = { readonly tray: Rectangle; readonly title: 'right' | 'left' }

/** The tray's own places, as LookBack.css has them: with the title at the right, and at the left. */
const places: Readonly<Record<Way, Readonly<Record<RoomLayout['title'], Rectangle>>>> = {
  landscape: {
    right: { left: 72 / 1920, top: 48 / 1080, width: 1428 / 1920, height: 736 / 1080 },
    left: { left: 420 / 1920, top: 48 / 1080, width: 1428 / 1920, height: 736 / 1080 },
  },
  portrait: {
    right: { left: 40 / 1080, top: 590 / 1920, width: 1000 / 1080, height: 756 / 1920 },
    left: { left: 40 / 1080, top: 590 / 1920, width: 1000 / 1080, height: 756 / 1920 },
  },
}

/** Where the title hangs when it hangs at the right. */
const titles: Readonly<Record<Way, { readonly from: number; readonly until: number }>> = {
  landscape: { from: 1530 / 1920, until: 1 },
  portrait: { from: 800 / 1080, until: 560 / 1920 },
}

/** Air between picture and object. */
const gap = 0.012

/** The room round a real thing: title and tray go out of its way. Words and buttons stand lower than any object. */
export function layoutAround({ corners, way }: ObjectZone): RoomLayout {
  const right = Math.max(...corners.map(([x]) => x))
  const top = Math.min(...corners.map(([, y]) => y))
  const { from, until } = titles[way]
  const title = right > from && top < until ? 'left' : 'right'
  return { title, tray: besideZone(places[way][title], corners, gap) }
}
