import { seededChance } from '@riverside/kit'
import { memo } from 'react'

const width = 1920
const height = 1080
const plank = 216

/** The desk: five dark planks with grain cut by gouge, and one knot. The same each time. */
export const Wood = memo(function Wood() {
  return (
    <svg
      className="postcard-wood"
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="xMidYMid slice"
      aria-hidden="true"
    >
      {['#29262b', '#2f2529', '#2a262a', '#2f2528', '#28262b'].map((ground, at) => (
        <rect key={ground} y={at * plank} width={width} height={plank + 1} fill={ground} />
      ))}
      <path d={grain(11, 150, 1)} fill="#1b2029" fillOpacity={0.6} />
      <path d={grain(23, 46, 0.8)} fill="#7e2f23" fillOpacity={0.32} />
      <path d={grain(37, 30, 0.6)} fill="#1f4e5a" fillOpacity={0.26} />
      <path d={knot(1560, 150)} fill="none" stroke="#7e2f23" strokeOpacity={0.17} strokeWidth={1.6} />
      <path d={seams()} fill="#14181f" />
    </svg>
  )
})

function grain(seed: number, count: number, thick: number): string {
  const chance = seededChance(seed)
  return Array.from({ length: count }, () => {
    const x = chance() * width * 1.2 - width * 0.2
    const y = chance() * height
    const length = 140 + chance() * 620
    const high = (1 + chance() * 2.4) * thick
    const bow = (chance() - 0.5) * 8
    return `M${round(x)} ${round(y)}q${round(length / 2)} ${round(bow - high)} ${round(length)} 0q${round(-length / 2)} ${round(bow + high)} ${round(-length)} 0z`
  }).join('')
}

function knot(x: number, y: number): string {
  return [14, 26, 40, 56, 74]
    .map(
      (r) => `M${x - r * 1.9} ${y}a${r * 1.9} ${r * 0.5} 0 1 1 ${r * 3.8} 0a${r * 1.9} ${r * 0.5} 0 1 1 ${-r * 3.8} 0`,
    )
    .join('')
}

function seams(): string {
  return [1, 2, 3, 4]
    .map(
      (at) =>
        `M0 ${at * plank - 2}Q${width / 2} ${at * plank + (at % 2 ? 2 : -3)} ${width} ${at * plank}v2Q${width / 2} ${at * plank + (at % 2 ? 5 : 0)} 0 ${at * plank}z`,
    )
    .join('')
}

const round = (value: number): number => Math.round(value * 10) / 10
