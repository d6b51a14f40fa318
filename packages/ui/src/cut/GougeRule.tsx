import { gouge, gougePath } from './gouge.ts'
import './GougeRule.css'

const rule = gougePath(gouge([0, 2], [1000, 2], 3.4, 0, 0.42))

/** A ruling line as a knife leaves it: thin, and pointed at both ends. */
export function GougeRule({ className = '' }: { readonly className?: string }) {
  return (
    <svg className={`gouge-rule ${className}`} viewBox="0 0 1000 4" preserveAspectRatio="none" aria-hidden="true">
      <path d={rule} />
    </svg>
  )
}
