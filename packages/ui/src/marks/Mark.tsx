import './Mark.css'

const shapes = {
  back: 'M3 25 23 9 20 19.6 45.4 18.8 46 28.6 20.4 28.2 24 40.4Z',
  forward: 'M45.4 24 25 8.6 28 19.4 2.6 19 3 28.8 28.4 28.2 24.6 40Z',
  play: 'M8.6 4.4C20 10 31 17 42.6 24.4 31 31 20 38 9.4 44.6 11.4 31 11 17 8.6 4.4Z',
  pause: 'M8 5 19.4 4 20.4 43.4 8.8 44.4ZM28.2 4.4 39.8 5.4 39 44 27.6 43Z',
  check: 'M3.4 28.4 11 23 18.6 32.6 39.6 4.6 45 8.4 20 44.6Z',
  alert: 'M17.6 3.4 30.4 2.8 27.6 31.4 20.4 31.6ZM18.4 36.4 28.6 35.8 29.4 45.2 18.8 45.6Z',
  dash: 'M4 20.6 44.2 19.4 44.6 27.6 4.4 28.4Z',
} as const

export type MarkName = keyof typeof shapes

/** A small sign cut with a knife, as high as the letters beside it. */
export function Mark({ name, className = '' }: { readonly name: MarkName; readonly className?: string }) {
  return (
    <svg className={`mark ${className}`} data-mark={name} viewBox="0 0 48 48" aria-hidden="true">
      <path d={shapes[name]} />
    </svg>
  )
}
