/**
 * Stands in for Electron's own default app, which the development runtime has not: it loads the app named on the command
 * line, after the modules named by `-r`, in the order in which Electron does it.
 */
export const defaultApp = {
  'package.json': JSON.stringify({ name: 'electron', productName: 'Electron', type: 'module', main: 'main.js' }),
  'main.js': `import { app } from 'electron/main'
import { existsSync, readFileSync } from 'node:fs'
import Module from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

let given
const modules = []
const words = process.argv.slice(1)
for (let i = 0; i < words.length && given === undefined; i += 1) {
  if (words[i] === '-r' || words[i] === '--require') modules.push(words[++i])
  else if (words[i].startsWith('--app=')) given = words[i].slice(6)
  else if (!words[i].startsWith('-')) given = words[i]
}

if (modules.length > 0) Module._preloadModules(modules)
if (given === undefined) {
  process.stdout.write('v' + process.versions.electron + '\\n')
  process.exit(0)
}

Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true })
const folder = path.resolve(given)
const manifest = path.join(folder, 'package.json')
if (existsSync(manifest)) {
  const described = JSON.parse(readFileSync(manifest, 'utf8'))
  if (described.version) app.setVersion(described.version)
  app.name = described.productName ?? described.name ?? app.name
  app.setDesktopName(described.desktopName ?? app.name + '.desktop')
}
let main
try {
  main = Module._resolveFilename(folder, null, true)
} catch (failure) {
  console.error('No Electron app at ' + folder + ': ' + failure.message)
  process.exit(1)
}
app.setAppPath(existsSync(manifest) ? folder : path.dirname(main))
await import(pathToFileURL(main).toString())
`,
} as const
