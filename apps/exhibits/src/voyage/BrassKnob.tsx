/** The brass knob of every border between then and now. */
export function BrassKnob() {
  return (
    <svg className="voyage-knob" viewBox="-56 -56 112 112" aria-hidden="true">
      <circle className="voyage-knob-edge" r="55" />
      <circle className="voyage-knob-brass" r="51" />
      <circle className="voyage-knob-ring" r="40" />
      <path d="M-32 0-9-15-10 15ZM32 0 10-15 9 15Z" />
    </svg>
  )
}
