import { drawPrints } from './prints/draw-prints.ts'
import { drawRiver } from './river/draw-river.ts'

/** What can be drawn, by the first word of the command. */
const drawings: Readonly<Record<string, (args: readonly string[]) => Promise<void>>> = {
  river: drawRiver,
  prints: async ([which = '', out = 'assets/demo-pack/media/stories']) => {
    for (const file of await drawPrints(out, which)) console.log(file)
  },
}

const [name = '', ...rest] = process.argv.slice(2)
const draw = drawings[name]
if (draw) {
  try {
    await draw(rest)
  } catch (problem) {
    console.error(problem instanceof Error ? problem.message : problem)
    process.exitCode = 1
  }
} else {
  console.error(`npm run draw -- ${Object.keys(drawings).join('|')}`)
  process.exitCode = 1
}
