import { gouge, gougePath } from '@riverside/ui'
import { doorMark, type RateColumn, rateChart } from './rate-chart.ts'

const doors = ['entry', 'exit'] as const

/** Both doors' smile rates with their intervals, column by column, in design pixels. */
export function RateChart({
  rows,
  width,
  height,
  label,
}: {
  readonly rows: readonly RateColumn[]
  readonly width: number
  readonly height: number
  readonly label: string
}) {
  const chart = rateChart(rows, { width, height })
  return (
    <svg className="wall-chart" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      {chart.ticks.map(({ y, percent }) => (
        <g key={percent}>
          <path className="wall-chart-rule" d={gougePath(gouge([chart.left, y], [chart.right, y], 2))} />
          <text className="wall-chart-tick" x={chart.left - 12} y={y + 8}>
            {percent}
          </text>
        </g>
      ))}
      {doors.map((door) => (
        <path key={door} className="wall-chart-way" data-door={door} d={chart.ways[door]} />
      ))}
      {chart.rates.map(({ door, x, y, low, high }) => (
        <g key={`${door} ${x}`} data-door={door}>
          <path className="wall-chart-interval" d={gougePath(gouge([x, low], [x, high], 4))} />
          <path className="wall-chart-mark" d={doorMark[door]} transform={`translate(${x} ${y})`} />
        </g>
      ))}
      {chart.held.map(({ door, x, width: wide, word }) => (
        <g key={`${door} ${x}`} className="wall-chart-held" data-door={door}>
          <rect x={x - wide / 2} y={chart.base - 38} width={wide} height={34} />
          {word === '—' ? (
            <path d={`M${x - wide / 4} ${chart.base - 21}h${wide / 2}`} />
          ) : (
            <text x={x} y={chart.base - 46}>
              {word}
            </text>
          )}
        </g>
      ))}
      {chart.columns.map(({ x, name, partial }) => (
        <g key={name} className="wall-chart-column">
          <text x={x} y={height - 10}>
            {name}
          </text>
          {partial && <path className="wall-chart-partial" d={`M${x - 14} ${height - 3}h28`} />}
        </g>
      ))}
    </svg>
  )
}
