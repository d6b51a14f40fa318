import { luminance } from './light.ts'
import type { Remark } from './remark.ts'
import { type Pixels, shrunk } from './resample.ts'
import { horizonTilt } from './tilt.ts'

/** Average steps of 255 from the last column to the first; ordinary neighbours differ by 1 to 8. */
const seamAtMost = 6

/** Stays of a bridge and leaning cranes can look like this much. Degrees. */
const tiltAtMost = 2.5

/** Two neighbours more than this apart are seen to jump. Stops of exposure, one being twice the light. */
const exposureAtMost = 0.6

/** So far round a pole an even patch is a hole that nobody filled. Degrees. */
const poleReach = 8

/** Pixels across of the small likeness on which the whole is judged: a third of a degree each. */
const judgedAt = 1024

/**
 * Looks at a decoded sphere for what a visitor would notice. `beside`: average light, 0 to 1, of the picture it stands next to. What needs every
 * pixel is looked at now, the rest when the answer is called for, because by then the rows near the poles may have been averaged.
 */
export function lookOver(sphere: Pixels, beside: number | undefined): () => readonly Remark[] {
  const small = shrunk(sphere, Math.min(judgedAt, sphere.width))
  const edges = [seam(sphere), ...poles(sphere, small)]
  return () => [...edges, horizon(small), ...exposure(small, beside)]
}

/** Average light of a sphere, 0 to 1, each direction counted once. */
export function averageLight({ width, height, data }: Pixels): number {
  let sum = 0
  let all = 0
  for (let y = 0; y < height; y += 1) {
    const weight = Math.cos((0.5 - (y + 0.5) / height) * Math.PI)
    all += weight * width
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * 3
      sum += weight * luminance(data[at]!, data[at + 1]!, data[at + 2]!)
    }
  }
  return sum / all
}

function seam(sphere: Pixels): Remark {
  const between = (a: number, b: number): number => {
    let sum = 0
    for (let y = 0; y < sphere.height; y += 1)
      for (let colour = 0; colour < 3; colour += 1)
        sum += Math.abs(
          sphere.data[(y * sphere.width + a) * 3 + colour]! - sphere.data[(y * sphere.width + b) * 3 + colour]!,
        )
    return sum / (sphere.height * 3)
  }
  const ordinary = Array.from({ length: 31 }, (_, index) => {
    const column = Math.floor(((index + 1) / 32) * sphere.width)
    return between(column, column + 1)
  }).sort((a, b) => a - b)
  const usual = ordinary[15] ?? 0
  const here = between(sphere.width - 1, 0)
  const isGood = here <= Math.max(seamAtMost, 2.5 * usual)
  const figures = {
    zh: `相差 ${round(here)}，平常邻列相差 ${round(usual)}`,
    en: `${round(here)} of 255, ordinary neighbours ${round(usual)}`,
  }
  return isGood
    ? {
        about: 'seam',
        tone: 'good',
        says: { zh: `左右两边接得上（${figures.zh}）`, en: `left and right edge meet (${figures.en})` },
      }
    : {
        about: 'seam',
        tone: 'hint',
        says: { zh: `左右两边接不上（${figures.zh}）`, en: `left and right edge do not meet (${figures.en})` },
        remedy: {
          zh: '请看看是不是裁掉了几列，或者拼接时没有首尾相接。',
          en: 'See whether columns were cropped, or the stitching was not closed all round.',
        },
      }
}

function horizon(small: Pixels): Remark {
  const tilt = horizonTilt(small)
  if (!tilt)
    return {
      about: 'horizon',
      tone: 'good',
      says: {
        zh: '地平线：竖直的边太少，看不出斜不斜',
        en: 'horizon: too few upright edges to tell whether it is level',
      },
    }
  const degrees = round(tilt.degrees)
  if (tilt.degrees <= tiltAtMost)
    return {
      about: 'horizon',
      tone: 'good',
      says: { zh: `地平线是平的（估计斜 ${degrees}°）`, en: `the horizon is level (about ${degrees}° off)` },
    }
  const across = Math.round(tilt.highest * 100)
  return {
    about: 'horizon',
    tone: 'hint',
    says: {
      zh: `地平线大约斜了 ${degrees}°，在画面横向 ${across}% 处最高（按竖直的边估计）`,
      en: `the horizon seems tilted by about ${degrees}°, highest at ${across} % of the width (judged by upright edges)`,
    },
    remedy: { zh: '在全景软件里调平再导出。', en: 'Level it in the panorama program and export it again.' },
  }
}

function exposure(small: Pixels, beside: number | undefined): readonly Remark[] {
  if (beside === undefined) return []
  const stops = Math.log2((averageLight(small) + 0.002) / (beside + 0.002))
  const by = round(Math.abs(stops))
  if (Math.abs(stops) <= exposureAtMost)
    return [
      {
        about: 'exposure',
        tone: 'good',
        says: { zh: `明暗和旁边那张相近（差 ${by} 挡）`, en: `as bright as its neighbour (${by} stops apart)` },
      },
    ]
  const [zh, en] = stops > 0 ? ['亮', 'brighter'] : ['暗', 'darker']
  return [
    {
      about: 'exposure',
      tone: 'hint',
      says: {
        zh: `比旁边那张${zh} ${by} 挡，行船时会一跳`,
        en: `${by} stops ${en} than its neighbour: sailing from one to the other will jump`,
      },
      remedy: { zh: '把两张的曝光调近。', en: 'Bring the exposure of the two together.' },
    },
  ]
}

/** All pixels of the first row are one point of the sphere, and of the last; and a hole under the tripod is of one tone. */
function poles(sphere: Pixels, small: Pixels): readonly Remark[] {
  return (['zenith', 'nadir'] as const).map((about): Remark => {
    const [zh, en] = about === 'zenith' ? ['天顶', 'zenith'] : ['脚下', 'nadir']
    if (spreadOfRow(sphere, about === 'zenith' ? 0 : sphere.height - 1) > 24)
      return {
        about,
        tone: 'hint',
        says: {
          zh: `${zh}不是一个点，这张图上下可能被裁过`,
          en: `the ${en} is not one point: the picture may be cropped there`,
        },
        remedy: { zh: '请导出完整的 180° 高。', en: 'Export the full height of 180°.' },
      }
    if (isHole(small, about))
      return {
        about,
        tone: 'hint',
        says: {
          zh: `${zh}是一块纯色，像是没补的洞`,
          en: `the ${en} is one even patch, like a hole that was not filled`,
        },
        remedy: {
          zh: '补上画面，或者在观景点里限制视角范围。',
          en: 'Fill it in, or limit how far the node lets one look.',
        },
      }
    return { about, tone: 'good', says: { zh: `${zh}完整`, en: `the ${en} is whole` } }
  })
}

/** Standard deviation along a row, of 255. */
function spreadOfRow({ width, data }: Pixels, y: number): number {
  let sum = 0
  let squares = 0
  for (let x = 0; x < width; x += 1) {
    const value = data[(y * width + x) * 3 + 1]!
    sum += value
    squares += value * value
  }
  return Math.sqrt(Math.max(0, squares / width - (sum / width) ** 2))
}

/** Pure black or white in nearly every pixel near a pole: no photograph of sky or ground is. */
function isHole({ width, height, data }: Pixels, about: 'zenith' | 'nadir'): boolean {
  const rows = Math.max(1, Math.round((poleReach / 180) * height))
  const first = about === 'zenith' ? 0 : height - rows
  let black = 0
  let white = 0
  for (let at = first * width * 3; at < (first + rows) * width * 3; at += 3) {
    const least = Math.min(data[at]!, data[at + 1]!, data[at + 2]!)
    const most = Math.max(data[at]!, data[at + 1]!, data[at + 2]!)
    if (most <= 3) black += 1
    if (least >= 253) white += 1
  }
  return black > 0.9 * rows * width || (about === 'nadir' && white > 0.9 * rows * width)
}

const round = (value: number): number => Math.round(value * 10) / 10
