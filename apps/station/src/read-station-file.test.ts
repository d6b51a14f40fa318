import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parseStationFile, sayStationFileProblem } from './read-station-file.ts'

const folder = join(import.meta.dirname, '../../../kiosk-config')
const station =
  '"station": { "id": "here", "name": { "zh": "驿站", "en": "Station" }, "place": { "zh": "码头", "en": "Wharf" } }'

describe('a station file', () => {
  test.each(readdirSync(folder).filter((name) => name.endsWith('.json')))('%s is sound', (name) => {
    expect(parseStationFile(name, readFileSync(join(folder, name), 'utf8'))).toMatchObject({ ok: true })
  })

  test('may hold comments and leave out what has a usual value', () => {
    const read = parseStationFile('x.json', `{\n  // where we are\n  ${station},\n}`)
    expect(read.ok && read.value.hours).toEqual({ open: '10:00', close: '20:00', exceptions: [] })
    expect(read.ok && read.value.screen.mode).toBe('kiosk')
  })

  test('with an unknown key names the key, its line and the remedy', () => {
    expect(faultsIn(`{\n  ${station},\n  "helm": {\n    "serail": "/dev/ttyACM0"\n  }\n}`)).toEqual([
      { line: 4, what: '“helm.serail” is no setting of a station', remedy: 'Remove it, or mend its spelling.' },
    ])
  })

  test('with an impossible value names the value, its line and what is possible', () => {
    const [fault] = faultsIn(`{\n  ${station},\n  "screen": {\n    "width": 1920,\n    "mode": "locked"\n  }\n}`)
    expect(fault).toMatchObject({ line: 5, remedy: 'Choose one of: kiosk, windowed.' })
  })

  test('that resets before it warns is refused', () => {
    expect(faultsIn(`{ ${station}, "idle": { "warnAfter": 90, "resetAfter": 60 } }`)[0]?.what).toContain(
      'idle.resetAfter',
    )
  })

  test('that meters at the door without a compliance record is refused', () => {
    expect(faultsIn(`{ ${station},\n "smile": { "mode": "ambient" } }`)[0]).toMatchObject({ line: 2 })
  })

  test('that is no JSON names the line where it breaks', () => {
    expect(faultsIn(`{\n  ${station}\n  "hours": {}\n}`)[0]).toMatchObject({ line: 3 })
  })

  test('is refused in a sentence a volunteer can act on', () => {
    const read = parseStationFile('kiosk-config/x.json', `{ ${station}, "volume": { "ceiling": 4 } }`)
    expect(read.ok ? '' : sayStationFileProblem(read.error)).toContain('Give at most 1.')
  })
})

function faultsIn(text: string) {
  const read = parseStationFile('x.json', text)
  return read.ok ? [] : read.error.faults
}
