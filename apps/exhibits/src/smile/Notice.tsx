import type { Notice as NoticeText } from '@riverside/smile'
import { GougeRule } from '@riverside/ui'
import { Both, type Read } from './Both.tsx'

/**
 * What a visitor is told of a camera. The sentence the voice is at is marked, so that whoever reads along keeps the place.
 * @param said counts as `noticeLines` does: 0 the heading, then the reasons.
 */
export function Notice({
  notice,
  said,
  ...read
}: { readonly notice: NoticeText; readonly said: number | undefined } & Read) {
  return (
    <>
      <h1 className="smile-title" data-said={said === 0 || undefined}>
        <Both words={notice.question} {...read} />
      </h1>
      <ul className="smile-reasons">
        {notice.reasons.map(({ name, text }, at) => (
          <li key={name.zh} data-said={said === at + 1 || undefined}>
            <span className="smile-reason" lang={read.language}>
              {name[read.language]}
            </span>
            <span className="smile-reason-text">
              <Both words={text} {...read} />
            </span>
            <GougeRule className="smile-rule" />
          </li>
        ))}
      </ul>
    </>
  )
}
