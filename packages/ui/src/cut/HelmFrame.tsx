import { frameClipPath } from './cut-edge.ts'
import './HelmFrame.css'

/** The brass frame round what the helm has chosen, ten pixels outside it, with a notch below. Its parent is positioned. */
export function HelmFrame({
  name,
  width,
  height,
}: {
  readonly name: string
  readonly width: number
  readonly height: number
}) {
  return (
    <span className="helm-frame" aria-hidden="true">
      <span
        className="helm-frame-brass"
        style={{
          clipPath: frameClipPath({ name: `frame of ${name}`, width: width + 40, height: height + 40, stray: 4 }, 7),
        }}
      />
      <span className="helm-frame-notch" />
    </span>
  )
}
