import { MediaPath, Slug } from '@riverside/kit'
import { z } from 'zod'
import { StopId } from './stop.ts'

/** Degrees on the sphere of one node: bearing from true north, clockwise; elevation above the horizon. */
const Direction = z.tuple([z.number().min(0).lt(360), z.number().min(-90).max(90)])

/** One place on the water from which the shore is seen all round. */
export const Node = z.strictObject({
  id: Slug,
  chainage: z.number().min(-500).max(6000).describe('Metres along the quay, as for stops.'),
  /** True bearing, in degrees, of the middle column of the picture. */
  heading: z.number().min(0).lt(360),
  /** The view a visitor arrives with: bearing, elevation and vertical field of view in degrees. 初始视角 */
  arrival: z.strictObject({
    bearing: z.number().min(0).lt(360),
    elevation: z.number().min(-60).max(60),
    field: z.number().min(25).max(100),
  }),
  /** Equirectangular, width = 2 × height. */
  now: MediaPath,
  then: MediaPath.optional(),
  /** The same picture a few hundred pixels wide, shown until the picture itself has come. */
  preview: MediaPath,
  /** Every building to be touched from here, its outline a polygon of directions. */
  buildings: z.array(z.strictObject({ stop: StopId, outline: z.array(Direction).min(3).max(200) })),
})
export type Node = z.infer<typeof Node>
