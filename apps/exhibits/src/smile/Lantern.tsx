import './Lantern.css'

/** A paper lantern on its little boat, with its light on the water. `size` is the height of the paper. */
export function Lantern({ size, isLit }: { readonly size: number; readonly isLit: boolean }) {
  return (
    <g className="lantern" data-lit={isLit || undefined} transform={`scale(${size / 100})`}>
      <path
        className="lantern-shine"
        d="M-62 22Q0 40 62 22Q0 8 -62 22ZM-48 52Q0 66 48 52Q0 40 -48 52ZM-34 80Q0 92 34 80Q0 70 -34 80Z"
      />
      <path className="lantern-boat" d="M-92 -18Q-46 -4 0 -4Q46 -4 92 -18Q54 18 0 18Q-54 18 -92 -18Z" />
      <path className="lantern-paper" d="M-44 -108L44 -109L64 -12Q0 0 -64 -12Z" />
      <path className="lantern-heart" d="M-20 -86L21 -87L27 -16Q0 -9 -26 -15Z" />
    </g>
  )
}
