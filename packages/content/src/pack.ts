import { Slug, Words } from '@riverside/kit'
import { Scene, Suggestions } from '@riverside/postcard'
import { Card, Programme, Story } from '@riverside/story'
import { Node, Stop } from '@riverside/voyage'
import { z } from 'zod'

/** The age of the format. A reader refuses a newer one and brings an older one up to date. */
export const packFormat = 1

/** What `pack.json` says. */
export const PackCover = z.strictObject({
  format: z.literal(packFormat),
  id: Slug,
  version: z.string().regex(/^\d+\.\d+\.\d+$/, 'three figures, such as "1.0.0"'),
  title: Words,
  /** Who answers for the content and who drew the pictures. */
  credit: Words,
})
export type PackCover = z.infer<typeof PackCover>

/** Everything a pack holds, in the order in which it is met along the shore. */
export const Pack = z.strictObject({
  cover: PackCover,
  stops: z.array(Stop).min(1),
  nodes: z.array(Node).min(1),
  scenes: z.array(Scene).min(1),
  /** What a card may say; a pack from before there were any has none. */
  suggestions: z.array(Suggestions).default([]),
  stories: z.array(Story).min(1),
  /** The people, ships and places the stories meet. */
  cards: z.array(Card).default([]),
  /** What guides lead groups through. */
  programmes: z.array(Programme).default([]),
})
export type Pack = z.infer<typeof Pack>
