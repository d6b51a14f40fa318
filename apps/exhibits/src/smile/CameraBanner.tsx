import type { Words } from '@riverside/kit'
import './CameraBanner.css'

/** Says at the upper edge of any screen that a camera is open, and what for; in both languages, for it speaks to whoever is there. */
export function CameraBanner({ words }: { readonly words: Words }) {
  return (
    <p className="camera-banner" role="status">
      <span>{words.zh}</span>
      <span lang="en">{words.en}</span>
    </p>
  )
}
