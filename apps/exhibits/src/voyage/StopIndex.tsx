import type { Language } from '@riverside/kit'
import { cutClipPath, Slip, TitleSlip } from '@riverside/ui'
import type { Stop } from '@riverside/voyage'
import { useState } from 'react'
import { shortName } from './Abeam.tsx'
import { grouped, say } from './words.ts'

/** Stops on one page: full-size targets, never a scroll. */
const onAPage = 8

/** 沿江名录: every stop as a picture to be touched; the ship sails there. */
export function StopIndex({
  stops,
  language,
  url,
  onChoose,
  onClose,
  service,
}: {
  readonly stops: readonly Stop[]
  readonly language: Language
  readonly url: (media: string) => string
  readonly onChoose: (stop: Stop) => void
  readonly onClose: () => void
  readonly service: React.ReactNode
}) {
  const [page, setPage] = useState(0)
  const pages = Math.ceil(stops.length / onAPage)
  const spoken = say[language]
  return (
    <div className="voyage-index" role="dialog" aria-label={spoken.index}>
      <div className="voyage-index-stops" data-few={stops.length <= 6 || undefined}>
        {stops.slice(page * onAPage, (page + 1) * onAPage).map((stop) => (
          <button key={stop.id} type="button" className="voyage-index-stop" onClick={() => onChoose(stop)}>
            <span
              className="voyage-index-picture"
              style={{ clipPath: cutClipPath({ name: `index ${stop.id}`, width: 400, height: 240, stray: 5 }) }}
            >
              <img src={url(stop.now.picture)} alt="" draggable={false} />
            </span>
            <span className="voyage-index-name">{shortName(stop.name[language]).replace('·', ' ')}</span>
            <span className="voyage-index-metres">
              <b>{grouped(stop.chainage, language)}</b> {spoken.metres}
            </span>
          </button>
        ))}
      </div>
      <div className="voyage-index-title">
        <TitleSlip lines={[spoken.index]} size={language === 'zh' ? 84 : 56} />
      </div>
      <div className="voyage-index-foot">
        <Slip before="back" name="close index" word={spoken.back} onPress={onClose} />
        {pages > 1 && (
          <Slip
            tone="paper-edged"
            after="forward"
            name="next stops"
            word={spoken.morePage}
            onPress={() => setPage((page + 1) % pages)}
          />
        )}
        <span className="voyage-service">{service}</span>
      </div>
    </div>
  )
}
