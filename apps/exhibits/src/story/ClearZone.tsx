import type { Outline } from '@riverside/story'

/** What keeps the screen clear before a real thing: its outline in the ink that is clear there. */
export function ClearZone({ corners }: { readonly corners: Outline }) {
  return (
    <svg className="story-zone" viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
      <polygon points={corners.map((corner) => corner.join(',')).join(' ')} />
    </svg>
  )
}
