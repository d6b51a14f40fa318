import { assertNever } from '@riverside/kit'
import { z } from 'zod'
import { ProgrammeId } from './programme.ts'

/** Seconds one line of an oath stays while it runs by itself. */
export const paceLimits = { least: 2, most: 15, usual: 5 } as const

/** People one guide may lead; a larger party is two. */
export const largestGroup = 500

/** Where a guided group stands. It lives at the station: phones and screens come and go. */
export const Group = z.strictObject({
  programme: ProgrammeId,
  item: z.number().int().nonnegative(),
  page: z.number().int().nonnegative(),
  /** False while the guide speaks. */
  voice: z.boolean(),
  /** True while an oath goes on line by line. */
  running: z.boolean(),
  pace: z.number().min(paceLimits.least).max(paceLimits.most),
  /** People, as the guide counted them; null until then. */
  size: z.number().int().min(1).max(largestGroup).nullable(),
})
export type Group = z.infer<typeof Group>

/** What a guide asks for. */
export const GroupCommand = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('choose'), programme: ProgrammeId }),
  z.strictObject({ type: z.literal('next') }),
  z.strictObject({ type: z.literal('previous') }),
  z.strictObject({ type: z.literal('goTo'), item: z.number().int().nonnegative() }),
  z.strictObject({ type: z.literal('voice'), on: z.boolean() }),
  z.strictObject({ type: z.literal('run'), on: z.boolean() }),
  z.strictObject({ type: z.literal('pace'), seconds: z.number().min(paceLimits.least).max(paceLimits.most) }),
  z.strictObject({ type: z.literal('size'), people: z.number().int().min(1).max(largestGroup) }),
])
export type GroupCommand = z.infer<typeof GroupCommand>

/** Pages of each item of a programme; undefined where there is no such programme. */
export type RunList = (programme: ProgrammeId) => readonly number[] | undefined

/** The guide speaks first; the station's voice comes when it is asked for. */
export const groupBegins = (programme: ProgrammeId): Group => ({
  programme,
  item: 0,
  page: 0,
  voice: false,
  running: false,
  pace: paceLimits.usual,
  size: null,
})

/**
 * The group after a command. What cannot be done leaves it as it is: a programme the pack does not have, an item beyond the last, a page
 * before the first.
 */
export function nextGroup(group: Group, command: GroupCommand, runList: RunList): Group {
  const pages = runList(group.programme) ?? []
  switch (command.type) {
    case 'choose':
      return command.programme === group.programme || runList(command.programme) === undefined
        ? group
        : { ...groupBegins(command.programme), voice: group.voice, size: group.size }
    case 'next':
      return onward(group, pages)
    case 'previous':
      return backward(group, pages)
    case 'goTo':
      return command.item < pages.length ? { ...group, item: command.item, page: 0, running: false } : group
    case 'voice':
      return { ...group, voice: command.on }
    case 'run':
      return { ...group, running: command.on }
    case 'pace':
      return { ...group, pace: command.seconds }
    case 'size':
      return { ...group, size: command.people }
    default:
      return assertNever(command)
  }
}

/** One line further while an oath runs by itself: it stops on its last line, and never turns to the next item. */
export function lineOnward(group: Group, runList: RunList): Group {
  const pages = runList(group.programme)?.[group.item] ?? 1
  if (!group.running) return group
  return group.page + 1 < pages ? { ...group, page: group.page + 1 } : { ...group, running: false }
}

function onward(group: Group, pages: readonly number[]): Group {
  if (group.page + 1 < (pages[group.item] ?? 1)) return { ...group, page: group.page + 1 }
  return group.item + 1 < pages.length ? { ...group, item: group.item + 1, page: 0, running: false } : group
}

function backward(group: Group, pages: readonly number[]): Group {
  if (group.page > 0) return { ...group, page: group.page - 1, running: false }
  const item = group.item - 1
  return item < 0 ? group : { ...group, item, page: (pages[item] ?? 1) - 1, running: false }
}
