import { describe, expect, test } from 'vitest'
import { StationFile } from './station-file.ts'

const words = { zh: '驿站', en: 'Station' }
const fileWith = (helm: unknown) => StationFile.safeParse({ station: { id: 'test', name: words, place: words }, helm })
const helmOf = (helm: unknown) => fileWith(helm).data?.helm

describe('the wheel of a station file', () => {
  test('is none where nothing is said', () => {
    expect(helmOf(undefined)).toEqual({ driver: { kind: 'none' }, metresPerTurn: 100 })
    expect(helmOf({ serial: null, metresPerTurn: 50 })).toEqual({ driver: { kind: 'none' }, metresPerTurn: 50 })
  })

  test('may be written the earlier way, and is the same wheel', () => {
    const driver = { kind: 'serial', device: '/dev/ttyACM0', countsPerTurn: 2400, direction: 'reversed', deadZone: 0 }
    const earlier = { serial: '/dev/ttyACM0', countsPerTurn: 2400, direction: 'reversed' }
    expect(helmOf(earlier)?.driver).toEqual(driver)
    expect(helmOf({ driver })?.driver).toEqual(driver)
  })

  test.each([
    [{ kind: 'pulse-keys' }, { starboard: 'BracketRight', port: 'BracketLeft', press: 'Backslash', countsPerTurn: 48 }],
    [{ kind: 'gamepad' }, { name: null, axis: 0, button: 0, steers: 'rate', centre: 0, travel: 1, deadZone: 0.05 }],
  ])('has every setting of its kind: %j', (driver, settings) => {
    expect(helmOf({ driver })?.driver).toMatchObject(settings)
  })

  test('reads the same once it has been read', () => {
    const helm = helmOf({ serial: '/dev/ttyACM0' })
    expect(helmOf(helm)).toEqual(helm)
  })

  test.each([
    [{ driver: { kind: 'serial', device: '/dev/helm' }, countsPerTurn: 600 }, ['helm', 'countsPerTurn']],
    [{ driver: { kind: 'serial', device: '/dev/helm', axis: 1 } }, ['helm', 'driver']],
    [{ driver: { kind: 'pulse-keys', starboard: '右' } }, ['helm', 'driver', 'starboard']],
    [{ driver: { kind: 'rope' } }, ['helm', 'driver', 'kind']],
  ])('names the place of what is wrong: %j', (helm, place) => {
    expect(fileWith(helm).error?.issues.map(({ path }) => path)).toEqual([place])
  })
})

describe('the door of a station file', () => {
  const read = (screen: object, smile: object) =>
    StationFile.safeParse({ station: { id: 'test', name: words, place: words }, screen, smile })
  const doorOf = (screen: object, smile: object = {}) => read(screen, smile).data?.smile.door

  test('is that of the screen’s role, else what is written, else the entry', () => {
    expect(doorOf({ role: 'smile-exit' })).toBe('exit')
    expect(doorOf({ role: 'smile-entry' })).toBe('entry')
    expect(doorOf({}, { door: 'exit' })).toBe('exit')
    expect(doorOf({})).toBe('entry')
  })

  test('reads the same once it has been read', () => {
    const once = read({ role: 'smile-exit' }, {}).data
    expect(StationFile.parse(once)).toEqual(once)
  })

  test.each([
    [{ role: 'smile-exit' }, { door: 'entry' }, ['smile', 'door']],
    [{ role: 'smile-entry' }, { asksDoor: true }, ['smile', 'asksDoor']],
  ])('cannot be two at once: %j with %j', (screen, smile, place) => {
    expect(read(screen, smile).error?.issues.map(({ path }) => path)).toEqual([place])
  })
})

describe('the display of a station file', () => {
  const shownOn = (screen: unknown) =>
    StationFile.safeParse({ station: { id: 'test', name: words, place: words }, screen })

  test('is an ordinary screen that hangs, where nothing is said', () => {
    expect(shownOn(undefined).data?.screen).toMatchObject({ display: 'opaque', table: false })
  })
  test('mirrors only a screen that tells stories alone', () => {
    expect(shownOn({ display: 'hologram', role: 'story' }).success).toBe(true)
    expect(shownOn({ display: 'hologram' }).error?.issues[0]?.path).toEqual(['screen', 'display'])
  })
  test('is one of four', () => {
    expect(shownOn({ display: 'glass' }).success).toBe(false)
  })
})
