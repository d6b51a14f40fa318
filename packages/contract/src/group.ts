import { Group, GroupCommand, ProgrammeId } from '@riverside/story'
import { z } from 'zod'
import { Nothing, route } from './route.ts'

/** Where a guide's phone finds its page, and for how long the six figures are good. */
export const Pairing = z.strictObject({
  digits: z.string().regex(/^\d{6}$/),
  /** Absent while this machine has no address on the station's network: then the screen alone leads. */
  link: z.url().optional(),
  /** Milliseconds since 1970. */
  until: z.number().int(),
})
export type Pairing = z.infer<typeof Pairing>

/** A guided group as screens see it; `null` while there is none. */
export const GroupView = z.strictObject({
  group: Group.nullable(),
  pairing: Pairing.nullable(),
  /** True while a phone leads: the screens turn no pages then, offer no figures and end nothing. */
  paired: z.boolean(),
})
export type GroupView = z.infer<typeof GroupView>

/** Whoever stands at a screen has no say while the guide's phone leads. */
const screenProblems = ['no-group', 'led-by-phone'] as const

/** Begins with a group, on every screen of the station, and offers the six figures. A group that is there goes on. */
export const openGroup = route({
  method: 'POST',
  path: '/api/group/open',
  caller: 'staff',
  body: Nothing,
  reply: GroupView,
  problems: ['no-programme'],
})

export const readGroup = route({
  method: 'GET',
  path: '/api/group',
  caller: 'screen',
  body: Nothing,
  reply: GroupView,
  problems: [],
})

/** Leads from the screen itself, while no phone does. */
export const leadGroup = route({
  method: 'POST',
  path: '/api/group/lead',
  caller: 'screen',
  body: GroupCommand,
  reply: GroupView,
  problems: screenProblems,
})

/** New figures for another phone, while none leads; one that comes back goes on until the other is there. */
export const pairAgain = route({
  method: 'POST',
  path: '/api/group/pair-again',
  caller: 'screen',
  body: Nothing,
  reply: GroupView,
  problems: screenProblems,
})

/** The group leaves, while no phone leads it: its reception is written down, and the screens are visitors' again. */
export const endGroup = route({
  method: 'POST',
  path: '/api/group/end',
  caller: 'screen',
  body: Nothing,
  reply: Nothing,
  problems: screenProblems,
})

/** The page on the guide's phone. Beside cards to take away it is the only one phones can open. */
export const guidePagePath = '/g'

/** Five wrong tries within a minute shut the door to that phone; ten wrong ones in all, and the figures are void. */
export const pairGuide = route({
  method: 'POST',
  path: '/g/pair',
  caller: 'anyone',
  body: z.strictObject({ digits: z.string().regex(/^\d{6}$/, 'six figures') }),
  reply: z.strictObject({ key: z.string() }),
  problems: ['wrong-digits', 'too-many'],
})

/** What the guide's phone shows. Titles are the pack's. */
export const GuideView = z.strictObject({
  group: Group,
  programmes: z.array(
    z.strictObject({
      id: ProgrammeId,
      title: z.string(),
      items: z.array(
        z.strictObject({
          kind: z.enum(['words', 'story', 'oath']),
          title: z.string(),
          minutes: z.number().int(),
          pages: z.number().int().min(1),
        }),
      ),
    }),
  ),
  /** What stands on the screen now, for the guide to read from the hand. */
  page: z.string(),
})
export type GuideView = z.infer<typeof GuideView>

const guideProblems = ['not-paired', 'no-group'] as const

export const readGuide = route({
  method: 'GET',
  path: '/g/view',
  caller: 'anyone',
  body: z.strictObject({ language: z.enum(['zh', 'en']) }),
  reply: GuideView,
  problems: guideProblems,
})

export const leadFromPhone = route({
  method: 'POST',
  path: '/g/lead',
  caller: 'anyone',
  body: GroupCommand,
  reply: Nothing,
  problems: guideProblems,
})

export const endFromPhone = route({
  method: 'POST',
  path: '/g/end',
  caller: 'anyone',
  body: Nothing,
  reply: Nothing,
  problems: guideProblems,
})

/** One group that was here: when, what it was shown, how many. Nobody's name. */
export const Reception = z.strictObject({
  began: z.iso.datetime({ offset: true }),
  ended: z.iso.datetime({ offset: true }),
  programme: z.string(),
  /** As it was called on that day. */
  title: z.strictObject({ zh: z.string(), en: z.string() }),
  people: z.number().int().nullable(),
  /** Items of the programme that were shown. */
  items: z.number().int().nonnegative(),
})
export type Reception = z.infer<typeof Reception>

/** The receptions of some days, both included; people are added up where a guide counted them. */
export const readReceptions = route({
  method: 'GET',
  path: '/api/receptions',
  caller: 'staff',
  body: z.strictObject({ from: z.iso.date(), to: z.iso.date() }),
  reply: z.strictObject({ receptions: z.array(Reception), people: z.number().int().nonnegative() }),
  problems: [],
})
