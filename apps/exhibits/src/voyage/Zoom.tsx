import type { Language } from '@riverside/kit'
import { Slip } from '@riverside/ui'
import type { Sailing, Standing } from './sailing.ts'
import { say } from './words.ts'

/** One press brings the shore so much nearer, as a share of the field. */
export const zoomStep = 0.76

/** Nearer and wider, for whoever has one finger or none. */
export function Zoom({
  sailing,
  zoom,
  language,
}: {
  readonly sailing: Sailing
  readonly zoom: Standing['zoom']
  readonly language: Language
}) {
  return (
    <div className="voyage-zoom">
      <Slip
        tone="paper"
        size="service"
        name="wider"
        word="−"
        label={say[language].farther}
        state={zoom === 'widest' ? 'not-now' : 'idle'}
        onPress={() => sailing.zoomBy(1 / zoomStep)}
      />
      <Slip
        tone="paper"
        size="service"
        name="nearer"
        word="+"
        label={say[language].nearer}
        state={zoom === 'nearest' ? 'not-now' : 'idle'}
        onPress={() => sailing.zoomBy(zoomStep)}
      />
    </div>
  )
}
