import { gouge, gougePath, type Point } from '../cut/gouge.ts'
import './Leader.css'

const line = gougePath(gouge([0, 5], [100, 5], 6.5, 0, 0.72))

/** A leader cut from a thing to its name, with a rust diamond on the thing. Points in design pixels of the positioned parent. */
export function Leader({ thing, name }: { readonly thing: Point; readonly name: Point }) {
  const [dx, dy] = [name[0] - thing[0], name[1] - thing[1]]
  return (
    <span
      className="leader"
      style={{
        left: `calc(var(--u) * ${thing[0]})`,
        top: `calc(var(--u) * ${thing[1]})`,
        width: `calc(var(--u) * ${Math.hypot(dx, dy).toFixed(1)})`,
        transform: `rotate(${Math.atan2(dy, dx).toFixed(4)}rad)`,
      }}
      aria-hidden="true"
    >
      <svg className="leader-line" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
        <path d={line} />
      </svg>
      <svg className="leader-diamond" viewBox="0 0 40 40" aria-hidden="true">
        <path className="leader-paper" d="M20 0 40 20 20 40 0 20Z" />
        <path d="M20 5 35 20 20 35 5 20Z" />
      </svg>
    </span>
  )
}
