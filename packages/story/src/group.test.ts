import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Group, GroupCommand, groupBegins, lineOnward, nextGroup, ProgrammeId, paceLimits } from './index.ts'

const [short, long] = ['short', 'long'].map((id) => ProgrammeId.parse(id)) as [ProgrammeId, ProgrammeId]
const pages: Record<string, readonly number[]> = { short: [1, 4], long: [1, 4, 3, 1] }
const runList = (programme: ProgrammeId) => pages[programme]
const after = (group: Group, ...commands: GroupCommand[]) =>
  commands.reduce((before, command) => nextGroup(before, command, runList), group)

const command = fc.oneof(
  fc.constant<GroupCommand>({ type: 'next' }),
  fc.constant<GroupCommand>({ type: 'previous' }),
  fc.record({ type: fc.constant('goTo' as const), item: fc.nat(9) }),
  fc.record({ type: fc.constant('choose' as const), programme: fc.constantFrom(short, long, 'none' as ProgrammeId) }),
  fc.record({ type: fc.constant('run' as const), on: fc.boolean() }),
  fc.record({ type: fc.constant('size' as const), people: fc.integer({ min: 1, max: 500 }) }),
)

describe('a guided group', () => {
  test('goes through every page of every item and back the same way', () => {
    const places = [groupBegins(long)]
    for (let step = 0; step < 8; step += 1) places.push(after(places.at(-1) ?? groupBegins(long), { type: 'next' }))
    const way = places.map(({ item, page }) => [item, page])
    expect(way).toEqual([
      [0, 0],
      [1, 0],
      [1, 1],
      [1, 2],
      [1, 3],
      [2, 0],
      [2, 1],
      [2, 2],
      [3, 0],
    ])
    const back = places.map((_, step) =>
      after(places.at(-1) ?? groupBegins(long), ...Array(step).fill({ type: 'previous' })),
    )
    expect(back.map(({ item, page }) => [item, page])).toEqual(way.toReversed())
  })
  test('stays where it is at either end', () => {
    expect(after(groupBegins(short), { type: 'previous' })).toEqual(groupBegins(short))
    const end = after(groupBegins(short), ...Array(5).fill({ type: 'next' }))
    expect(after(end, { type: 'next' })).toEqual(end)
  })
  test('keeps its size and the guide’s choice of voice when the programme changes', () => {
    const group = after(groupBegins(short), { type: 'size', people: 32 }, { type: 'voice', on: true }, { type: 'next' })
    expect(after(group, { type: 'choose', programme: long })).toEqual({ ...groupBegins(long), size: 32, voice: true })
  })
  test('runs to the last line of its oath and stops there', () => {
    let group = after(groupBegins(long), { type: 'goTo', item: 2 }, { type: 'run', on: true })
    const lines = []
    for (let tick = 0; tick < 5; tick += 1) {
      group = lineOnward(group, runList)
      lines.push(group.page)
    }
    expect(lines).toEqual([1, 2, 2, 2, 2])
    expect(group).toMatchObject({ item: 2, running: false })
  })
  test('always stands on a page that is there', () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 40 }), (commands) => {
        const { programme, item, page } = after(groupBegins(long), ...commands)
        expect(page).toBeLessThan(pages[programme]?.[item] ?? 0)
      }),
    )
  })
  test('takes no pace and no size that cannot be', () => {
    expect(GroupCommand.safeParse({ type: 'pace', seconds: paceLimits.least - 1 }).success).toBe(false)
    expect(GroupCommand.safeParse({ type: 'size', people: 0 }).success).toBe(false)
    expect(GroupCommand.safeParse({ type: 'size', people: 2.5 }).success).toBe(false)
  })
})
