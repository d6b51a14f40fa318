import { MediaPath, Slug, SpherePath, Words } from '@riverside/kit'
import { z } from 'zod'
import { StopId } from './stop.ts'

/** Degrees on the sphere of one node: bearing from true north, clockwise; elevation above the horizon. */
const Direction = z.tuple([z.number().min(0).lt(360), z.number().min(-90).max(90)])

const Building = z.strictObject({ stop: StopId, outline: z.array(Direction).min(3).max(200) })

/** What is seen all round a node in one age. */
export const Sphere = z.strictObject({
  picture: SpherePath,
  /** The same, equirectangular and a few hundred pixels wide, shown until the picture itself has come. */
  preview: MediaPath,
  /** False where it is a photograph. Absent, it was drawn for the exhibit and is no document: 示意画. */
  drawn: z.boolean().optional(),
  /** Every building to be touched, its outline a polygon of directions, the nearest first. */
  buildings: z.array(Building),
})
export type Sphere = z.infer<typeof Sphere>

/** How far a visitor may look from a node, in degrees. 视角范围 */
export const ViewLimits = z.strictObject({
  lowest: z.number().min(-90).max(0),
  highest: z.number().min(0).max(90),
  narrowest: z.number().min(15).max(60).describe('The closest zoom: the least vertical field of view.'),
  widest: z.number().min(60).max(100),
})
export type ViewLimits = z.infer<typeof ViewLimits>

/** One place on the water from which the shore is seen all round. */
export const Node = z.strictObject({
  id: Slug,
  chainage: z.number().min(-500).max(6000).describe('Metres along the quay, as for stops.'),
  /** Where the eye is: metres from the edge of the quay, positive over the water, and metres above the water. */
  stand: z.strictObject({ fromQuay: z.number().min(-100).max(500), aboveWater: z.number().positive().max(300) }),
  /** True bearing, in degrees, of the middle column of the picture: the middle of the front face where it is tiled. */
  heading: z.number().min(0).lt(360),
  /** The view a visitor arrives with: bearing, elevation and vertical field of view in degrees. 初始视角 */
  arrival: z.strictObject({
    bearing: z.number().min(0).lt(360),
    elevation: z.number().min(-60).max(60),
    field: z.number().min(25).max(100),
  }),
  /** The house's own limits where absent. */
  limits: ViewLimits.optional(),
  /** Seconds the ship lingers here when it sails by itself; not at all where absent. 自动巡游 */
  lingers: z.number().min(1).max(120).optional(),
  now: Sphere,
  /** The same place in another age, the same eye and heading, and what it shows and when. */
  then: Sphere.extend({ dated: Words }).optional(),
})
export type Node = z.infer<typeof Node>
