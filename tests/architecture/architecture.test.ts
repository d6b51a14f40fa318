import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '../..')

/** Who leans on whom. `any` means every package of ours; outside names are what a house may take from the registry. */
const domain = ['voyage', 'postcard', 'story', 'smile', 'visit']
const everyPackage = ['kit', ...domain, 'content', 'contract', 'panorama', 'ui']
const table: Readonly<
  Record<
    string,
    {
      readonly ours: readonly string[]
      readonly outside: 'any' | readonly string[]
      readonly never?: readonly string[]
    }
  >
> = {
  'packages/kit': { ours: [], outside: ['zod'] },
  'packages/voyage': { ours: ['kit'], outside: ['zod'] },
  'packages/postcard': { ours: ['kit'], outside: ['zod'] },
  'packages/story': { ours: ['kit'], outside: ['zod'] },
  'packages/smile': {
    ours: ['kit'],
    outside: [
      'zod',
      /* quantiles, as measurement asks */ '@stdlib/stats-base-dists-t-quantile',
      '@stdlib/stats-binomial-test',
      /* probabilities of several comparisons, and their adjustment */ '@stdlib/stats-base-dists-t-cdf',
      '@stdlib/stats-padjust',
    ],
  },
  'packages/visit': { ours: ['kit'], outside: ['zod'] },
  'packages/content': { ours: ['kit', ...domain], outside: ['zod'] },
  'packages/contract': { ours: ['kit', ...domain, 'content'], outside: ['zod'] },
  'packages/panorama': { ours: ['kit', 'voyage'], outside: ['three'] },
  'packages/ui': { ours: ['kit', 'content'], outside: ['react', '@fontsource/'] },
  'apps/exhibits': { ours: everyPackage, outside: 'any', never: ['electron', 'node:'] },
  'apps/console': { ours: everyPackage, outside: 'any', never: ['electron', 'node:'] },
  'apps/station': {
    ours: everyPackage.filter((name) => name !== 'panorama' && name !== 'ui'),
    outside: 'any',
    never: ['electron', 'react', 'three'],
  },
  'apps/hub': {
    ours: everyPackage.filter((name) => name !== 'panorama' && name !== 'ui'),
    outside: 'any',
    never: ['electron', 'react', 'three'],
  },
  'apps/kiosk': { ours: ['kit', 'contract'], outside: 'any', never: ['react', 'three'] },
  'assets/drawing': { ours: ['kit', 'voyage'], outside: ['sharp', 'zod', 'node:'] },
}
const pure = ['kit', ...domain, 'content', 'contract'].map((name) => `packages/${name}`)

type Source = { readonly path: string; readonly text: string; readonly imports: readonly string[] }

const sourcesOf = (house: string): readonly Source[] =>
  readdirSync(join(root, house, 'src'), { recursive: true, withFileTypes: true })
    .filter(
      (entry) =>
        entry.isFile() &&
        /\.tsx?$/.test(entry.name) &&
        !/\.(test|bench)\.tsx?$/.test(entry.name) &&
        !/-for-tests\.ts$/.test(entry.name),
    )
    .map((entry) => {
      const path = join(entry.parentPath, entry.name)
      const text = readFileSync(path, 'utf8')
      return { path: relative(root, path), text, imports: importsOf(text) }
    })

function importsOf(text: string): readonly string[] {
  const bare = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '')
  return [
    ...bare.matchAll(
      /(?:^|[\s;}])(?:import|export)\s+(?:[^'"`;]*?\sfrom\s+)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]/g,
    ),
  ].map((match) => match[1] ?? match[2] ?? '')
}

const houses = Object.entries(table)

describe('the house', () => {
  test.each(houses)('%s leans only on what the table allows', (house, allowed) => {
    const wrong = sourcesOf(house).flatMap(({ path, imports }) =>
      imports
        .filter((name) => !name.startsWith('.') && !isAllowed(name, allowed))
        .map((name) => `${path} imports ${name}`),
    )
    expect(wrong).toEqual([])
  })

  test.each(houses)('%s declares what it imports, and of ours no more', (house) => {
    const manifest = JSON.parse(readFileSync(join(root, house, 'package.json'), 'utf8')) as {
      dependencies?: Record<string, string>
      exports?: unknown
    }
    const used = new Set(
      sourcesOf(house).flatMap(({ imports }) => imports.filter((name) => name.startsWith('@riverside/'))),
    )
    const declared = Object.keys(manifest.dependencies ?? {}).filter((name) => name.startsWith('@riverside/'))
    expect([...used].filter((name) => !declared.includes(name))).toEqual([])
    const allowed = table[house]?.ours.map((name) => `@riverside/${name}`) ?? []
    expect(declared.filter((name) => !allowed.includes(name))).toEqual([])
  })

  test.each(everyPackage)('packages/%s shows one door', (name) => {
    const manifest = JSON.parse(readFileSync(join(root, 'packages', name, 'package.json'), 'utf8')) as {
      exports: unknown
    }
    expect(Object.keys(manifest.exports as object)).toEqual(['.'])
  })

  test('is entered by the doors only', () => {
    const wrong = houses.flatMap(([house]) =>
      sourcesOf(house).flatMap(({ path, imports }) =>
        imports
          .filter(
            (name) =>
              /^@riverside\/[a-z]+\/./.test(name) ||
              (name.startsWith('.') && !isWithin(house, resolve(root, dirname(path), name))),
          )
          .map((name) => `${path} imports ${name}`),
      ),
    )
    expect(wrong).toEqual([])
  })

  test('has no circle of imports', () => {
    const all = new Map(houses.flatMap(([house]) => sourcesOf(house)).map((source) => [source.path, source]))
    const done = new Set<string>()
    const circles: string[] = []
    const walk = (path: string, trail: readonly string[]): void => {
      if (trail.includes(path)) circles.push([...trail.slice(trail.indexOf(path)), path].join(' → '))
      if (done.has(path) || trail.includes(path)) return
      for (const name of all.get(path)?.imports ?? [])
        if (name.startsWith('.')) walk(relative(root, resolve(root, dirname(path), name)), [...trail, path])
      done.add(path)
    }
    for (const path of all.keys()) walk(path, [])
    expect(circles).toEqual([])
  })

  test.each(pure)('%s asks for no clock and no chance, and knows no page and no machine', (house) => {
    const wrong = sourcesOf(house).flatMap(({ path, text }) =>
      [
        ...withoutComments(text).matchAll(
          /\b(?:Date\.now|new Date\(\)|Math\.random|performance\.now|setTimeout|setInterval|globalThis|(?<![-\w])process\.(?!ts)|document\.|window\.)/g,
        ),
      ].map((match) => `${path}: ${match[0]}`),
    )
    expect(wrong).toEqual([])
  })

  test('speaks to Electron’s wires in the two files made for it', () => {
    const speaking = houses.flatMap(([house]) =>
      sourcesOf(house)
        .filter(({ text }) => /\bipc(?:Main|Renderer)\b/.test(withoutComments(text)))
        .map(({ path }) => path),
    )
    expect(speaking.length).toBeGreaterThan(0)
    expect(speaking.filter((path) => !path.startsWith('apps/kiosk/src/'))).toEqual([])
    expect(speaking.length).toBeLessThanOrEqual(2)
  })

  test('has no room for things without a name', () => {
    const folders = [...everyPackage.map((name) => `packages/${name}`), ...houses.map(([house]) => house)].flatMap(
      (house) =>
        readdirSync(join(root, house, 'src'), { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isDirectory())
          .map((entry) => entry.name),
    )
    expect(folders.filter((name) => /^(?:utils?|helpers?|common|lib|types)$/.test(name))).toEqual([])
  })

  test('keeps its top level to what was given', () => {
    const given = [
      'apps',
      'packages',
      'assets',
      'kiosk-config',
      'tests',
      'electron-builder.yml',
      'package.json',
      'package-lock.json',
      'tsconfig.json',
      'README.md',
      'LICENSE',
      'CHANGELOG.md',
      'node_modules',
    ]
    expect(readdirSync(root).filter((name) => !name.startsWith('.') && !given.includes(name))).toEqual([])
  })
})

/** A house's own folder, or the bytes in assets/ that it shows. */
const isWithin = (house: string, path: string): boolean =>
  path.startsWith(join(root, house)) || (path.startsWith(join(root, 'assets')) && !/\.tsx?$/.test(path))

function isAllowed(
  name: string,
  allowed: { ours: readonly string[]; outside: 'any' | readonly string[]; never?: readonly string[] },
): boolean {
  const ours = /^@riverside\/([a-z]+)/.exec(name)?.[1]
  if (ours) return allowed.ours.includes(ours)
  const matches = (pattern: string) =>
    /[/:]$/.test(pattern) ? name.startsWith(pattern) : name === pattern || name.startsWith(`${pattern}/`)
  if (allowed.never?.some(matches)) return false
  return allowed.outside === 'any' || allowed.outside.some(matches)
}

const withoutComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '')
