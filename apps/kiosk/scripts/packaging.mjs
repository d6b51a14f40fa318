import { cp, readFile, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * Hooks of electron-builder, in plain JavaScript because it loads them without a compiler.
 * @typedef {{ appOutDir: string, packager: { getResourcesDir(folder: string): string, info: { framework: { version: string } } } }} Packed
 */

const top = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..')

/** Refuses to pack what was not built. */
export async function beforePack() {
  const built = [
    'apps/kiosk/dist/main.js',
    'apps/station/dist/main.js',
    'apps/exhibits/dist/index.html',
    'apps/console/dist/index.html',
  ]
  for (const file of built) {
    if (!(await isThere(join(top, file)))) throw new Error(`${file} is missing: run “npm run build” first.`)
  }
}

/**
 * Puts the packages that are not in the bundles beside them, with all they need, and takes Electron's default app away.
 * @param {Packed} packed
 */
export async function afterPack(packed) {
  const resources = packed.packager.getResourcesDir(packed.appOutDir)
  const kept = JSON.parse(await readFile(join(top, 'apps/kiosk/kept-packages.json'), 'utf8'))
  const code = await closure(kept.code)
  for (const [place, folder] of code)
    await cp(folder, join(resources, place), { recursive: true, filter: isNeeded, dereference: true })
  for (const name of kept.faces) {
    const place = join('node_modules', name)
    await cp(join(top, place), join(resources, place), { recursive: true, filter: isNeededOfFace })
  }
  await rm(join(resources, 'default_app.asar'), { force: true })
}

/**
 * The folders of these packages and of all they depend on, by the place each has below `node_modules`.
 * @param {readonly string[]} names
 */
async function closure(names) {
  /** @type {Map<string, string>} */
  const found = new Map()
  const visit = async (/** @type {string} */ name, /** @type {string} */ from, /** @type {boolean} */ optional) => {
    const folder = await folderOf(name, from)
    if (folder === undefined) {
      if (optional) return
      throw new Error(`The package ${name} is missing; run “npm ci”.`)
    }
    const place = folder.slice(top.length + 1)
    if (found.has(place)) return
    found.set(place, folder)
    const { dependencies = {}, optionalDependencies = {} } = JSON.parse(
      await readFile(join(folder, 'package.json'), 'utf8'),
    )
    for (const each of Object.keys(dependencies)) await visit(each, folder, each in optionalDependencies)
    for (const each of Object.keys(optionalDependencies)) await visit(each, folder, true)
  }
  for (const name of names) await visit(name, top, false)
  return found
}

/** As Node looks for a package: beside whoever asks, then further up. */
async function folderOf(/** @type {string} */ name, /** @type {string} */ from) {
  for (let at = from; at.startsWith(top); at = dirname(at)) {
    const folder = join(at, 'node_modules', name)
    if (await isThere(join(folder, 'package.json'))) return folder
  }
  return undefined
}

const isThere = (/** @type {string} */ file) =>
  stat(file).then(
    () => true,
    () => false,
  )

const platform = `${process.platform}-${process.arch}`

/** Source, tests, descriptions and what was made for other machines are left out. Nested packages are visited by themselves. */
function isNeeded(/** @type {string} */ path) {
  const within = path.slice(path.lastIndexOf('/node_modules/') + 1)
  const machine = /\/prebuilds\/([^/]+)(?:\/|$)/.exec(within)?.[1]
  if (machine !== undefined && machine !== platform) return false
  if (/\/node_modules$/.test(path.slice(path.indexOf('/node_modules/') + 1))) return false
  return !/\/(?:tests?|docs?|examples?|\.github|src\/upstream|vendor)(?:\/|$)|\.(?:md|map|ts|mts|cts|c|cc|cpp|h|gyp|gypi)$/.test(
    within,
  )
}

/** Pages and cards take WOFF2; reports take letters out of the older WOFF, of three cuts. */
const isNeededOfFace = (/** @type {string} */ path) =>
  !/\/scss(?:\/|$)|\.(?:css|md)$|(?<!noto-sans-sc-[\w-]+-(?:400|700)-normal|noto-serif-sc-[\w-]+-700-normal)\.woff$/.test(
    path,
  )
