import { type Claim, Words } from '@riverside/kit'
import { halfWidth, type Node, type Outline, type Stop } from '@riverside/voyage'
import type { PackFault } from './fault.ts'
import { asideOf, bearingTo } from './on-the-river.ts'
import { type ShapeTrouble, shapeTrouble } from './outline-shape.ts'
import type { Pack } from './pack.ts'
import { storyFaults, storyHints } from './review-stories.ts'
import { tooLong } from './text-room.ts'

/** What a second look at a readable pack finds. */
export type Review = {
  /** What would be wrong on the screen: such a pack is neither built nor installed. */
  readonly faults: readonly PackFault[]
  /** What is probably a slip, but a curator may know better: said, and nothing more. */
  readonly hints: readonly PackFault[]
}

/** The route runs at least so far, and as much further as there are stops. Metres. */
const route = { from: 0, to: 2800 } as const

/** A node this far beyond the end of the route is never reached. Metres. */
const beyondAtMost = 100

/** Two nodes nearer than this are one place. Metres. */
const apartAtLeast = 1

/**
 * Looks at a pack as its visitors will: whether everything can be reached, touched and read. A pack that is on a station already is not judged
 * again, so that a stricter look never takes it off the screen.
 */
export function reviewPack(pack: Pack): Review {
  const stops = new Map(pack.stops.map((stop) => [stop.id, stop]))
  const outlines = pack.nodes.flatMap((node) => outlinesOf(node, stops))
  return {
    faults: [
      ...pack.nodes.flatMap((node) => offTheRoute(node, pack.stops)),
      ...twiceAtOnePlace(pack.nodes),
      ...outlines.flatMap(shapeFaults),
      ...tooLong(pack),
      ...pack.stops.flatMap(unsourced),
      ...storyFaults(pack),
      ...pack.stories.flatMap(({ id, chapters, moments }) =>
        Object.entries({ chapters, moments }).flatMap(([name, claims]) =>
          claims.flatMap(({ sources }, index) => sourceFaults(`stories/${id}.json`, `${name}.${index}`, sources)),
        ),
      ),
      ...pack.cards.flatMap(({ id, sources }) => sourceFaults(`cards/${id}.json`, '', sources)),
      ...blank('pack.json', pack.cover),
      ...pack.stops.flatMap((stop) => blank(`stops/${stop.id}.json`, stop)),
      ...pack.nodes.flatMap((node) => blank(`nodes/${node.id}.json`, node)),
      ...pack.scenes.flatMap((scene) => blank(`scenes/${scene.id}.json`, scene)),
      ...pack.suggestions.flatMap((each) => blank(`suggestions/${each.id}.json`, each)),
      ...pack.stories.flatMap((story) => blank(`stories/${story.id}.json`, story)),
      ...pack.cards.flatMap((card) => blank(`cards/${card.id}.json`, card)),
    ],
    hints: [...pack.nodes.flatMap(farOut), ...outlines.flatMap(astray), ...unseen(pack), ...storyHints(pack)],
  }
}

const fileOf = (node: Node): string => `nodes/${node.id}.json`

function offTheRoute(node: Node, stops: readonly Stop[]): readonly PackFault[] {
  const from = Math.min(route.from, ...stops.map((stop) => stop.chainage))
  const to = Math.max(route.to, ...stops.map((stop) => stop.chainage))
  if (node.chainage >= from - beyondAtMost && node.chainage <= to + beyondAtMost) return []
  return [
    {
      file: fileOf(node),
      where: 'chainage',
      what: {
        zh: `${node.chainage} 米处船开不到，航线是 ${from} 到 ${to} 米`,
        en: `the ship never comes to ${node.chainage} m: its route runs from ${from} to ${to} m`,
      },
      remedy: {
        zh: '改正里程；要让航线更长，就在那里放一个停靠点。',
        en: 'Mend the chainage; to make the route longer, put a stop there.',
      },
    },
  ]
}

function twiceAtOnePlace(nodes: readonly Node[]): readonly PackFault[] {
  return nodes.flatMap((node, index) => {
    const first = nodes.slice(0, index).find((other) => Math.abs(other.chainage - node.chainage) < apartAtLeast)
    return first
      ? [
          {
            file: fileOf(node),
            where: 'chainage',
            what: {
              zh: `${node.chainage} 米处已经有观景点 ${first.id}，只看得到其中一个`,
              en: `the node ${first.id} is at ${node.chainage} m already: only one of the two would be seen`,
            },
            remedy: { zh: '改里程，或者去掉一个。', en: 'Move one of them along the quay, or take one out.' },
          },
        ]
      : []
  })
}

function farOut(node: Node): readonly PackFault[] {
  if (node.stand.fromQuay <= halfWidth) return []
  return [
    {
      file: fileOf(node),
      where: 'stand.fromQuay',
      what: {
        zh: `离岸 ${node.stand.fromQuay} 米，已经过了江心（江心约 ${halfWidth} 米）`,
        en: `${node.stand.fromQuay} m from the quay is past the middle of the river (about ${halfWidth} m)`,
      },
      remedy: { zh: '看看是不是多写了一位。', en: 'See whether there is a figure too many.' },
    },
  ]
}

type OutlineAt = {
  readonly node: Node
  readonly where: string
  readonly stop: Stop
  readonly outline: Outline
}

const outlinesOf = (node: Node, stops: ReadonlyMap<string, Stop>): readonly OutlineAt[] =>
  (['now', 'then'] as const).flatMap((age) =>
    (node[age]?.buildings ?? []).flatMap((building, index) => {
      const stop = stops.get(building.stop)
      return stop ? [{ node, where: `${age}.buildings.${index}.outline`, stop, outline: building.outline }] : []
    }),
  )

const shapes: Readonly<Record<ShapeTrouble, Pick<PackFault, 'what' | 'remedy'>>> = {
  nothing: {
    what: { zh: '轮廓没有面积，点不到', en: 'the outline has no area and cannot be touched' },
    remedy: {
      zh: '重新画一圈，至少三个不在一条线上的角。',
      en: 'Draw it again, with three corners or more that are not in line.',
    },
  },
  crossed: {
    what: {
      zh: '轮廓自己交叉，有一块点不到或者算了两次',
      en: 'the outline crosses itself, and part of it counts twice or not at all',
    },
    remedy: {
      zh: '让各个角沿着边缘依次排列。',
      en: 'Put its corners in the order in which they follow one another along the edge.',
    },
  },
  'too-wide': {
    what: { zh: '轮廓宽过半个球面', en: 'the outline is wider than half the sphere' },
    remedy: { zh: '分开画，或者只画看得清的那一段。', en: 'Outline only the part that is well seen.' },
  },
}

function shapeFaults({ node, where, outline }: OutlineAt): readonly PackFault[] {
  const trouble = shapeTrouble(outline)
  return trouble ? [{ file: fileOf(node), where, ...shapes[trouble] }] : []
}

/** Wholly above this there is only sky, wholly below the other only water. Degrees of elevation. */
const sky = 60
const water = -25

function astray({ node, where, stop, outline }: OutlineAt): readonly PackFault[] {
  const elevations = outline.map(([, elevation]) => elevation)
  const over = Math.min(...elevations) > sky ? 'sky' : Math.max(...elevations) < water ? 'water' : undefined
  if (over)
    return [
      {
        file: fileOf(node),
        where,
        what: {
          zh: `${stop.name.zh}的轮廓全在${over === 'sky' ? '天上' : '水里'}`,
          en: `the outline of ${stop.name.en} lies wholly in the ${over}`,
        },
        remedy: {
          zh: '看看高度角有没有写错，正是向上。',
          en: 'See whether the elevations are right; they are positive upwards.',
        },
      },
    ]
  const aside = asideOf(node, stop, outline)
  if (aside === undefined) return []
  const bearing = bearingTo(node, stop)
  return [
    {
      file: fileOf(node),
      where,
      what: {
        zh: `${stop.name.zh}应在方位 ${bearing}° 一带，轮廓却偏了至少 ${Math.round(aside)}°`,
        en: `${stop.name.en} should be seen at a bearing of about ${bearing}°, and its outline is at least ${Math.round(aside)}° away`,
      },
      remedy: {
        zh: '核对 heading、里程，或者轮廓是不是别的建筑。',
        en: 'Check the heading and the chainages, or whether the outline is that of another building.',
      },
    },
  ]
}

function unseen({ stops, nodes }: Pack): readonly PackFault[] {
  const seen = new Set(
    nodes.flatMap((node) => [...node.now.buildings, ...(node.then?.buildings ?? [])].map(({ stop }) => stop)),
  )
  return stops
    .filter((stop) => !seen.has(stop.id))
    .map((stop) => ({
      file: `stops/${stop.id}.json`,
      where: '',
      what: { zh: `从哪个观景点都看不到${stop.name.zh}`, en: `${stop.name.en} is seen from no node` },
      remedy: {
        zh: '在最近的观景点里给它画轮廓，不然只能从名录里打开。',
        en: 'Outline it in the nearest node; else it opens from the index alone.',
      },
    }))
}

function unsourced(stop: Stop): readonly PackFault[] {
  const claims: ReadonlyArray<readonly [string, Claim]> = [
    ['past', stop.past],
    ['present', stop.present],
    ...stop.facts.map((claim, index) => [`facts.${index}`, claim] as const),
  ]
  return claims.flatMap(([where, { sources }]) => sourceFaults(`stops/${stop.id}.json`, where, sources))
}

const noSource = /^(?:[\s?？…\-—]*|todo|tbd|unknown|none|n\/a|待补|待查|不详|无)$/i

function sourceFaults(file: string, where: string, sources: readonly string[]): readonly PackFault[] {
  const empty = sources.findIndex((source) => noSource.test(source.trim()))
  return empty < 0
    ? []
    : [
        {
          file,
          where: [where, 'sources', empty].filter((part) => part !== '').join('.'),
          what: { zh: `“${sources[empty]}”不是出处`, en: `“${sources[empty]}” is no source` },
          remedy: {
            zh: '写明书、报、档案或网页；没有出处的话就不写这一条。',
            en: 'Name the book, paper, file or page; a fact without a source is left out.',
          },
        },
      ]
}

/** Texts that are there but say nothing. */
function blank(file: string, value: unknown, where: readonly string[] = []): readonly PackFault[] {
  if (typeof value !== 'object' || value === null) return []
  const words = Words.safeParse(value)
  if (!words.success) return Object.entries(value).flatMap(([name, each]) => blank(file, each, [...where, name]))
  return (['zh', 'en'] as const)
    .filter((language) => words.data[language].trim() === '')
    .map((language) => ({
      file,
      where: [...where, language].join('.'),
      what: { zh: '这里只有空格', en: 'there is nothing here but spaces' },
      remedy: { zh: '写上文字。', en: 'Write the words.' },
    }))
}
