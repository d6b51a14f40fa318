import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'esbuild'

/** The one page phones open: whole in itself, with the policy that lets nothing else run in it. */
export type PhonePage = { readonly html: string; readonly policy: string }

/** Makes a card's page from its sources; a packaged station has it ready made and reads it with `phonePageOf`. */
export const buildPhonePage = (): Promise<PhonePage> => pageIn(new URL('./page/', import.meta.url))

/** The same of the page on a guide's phone. */
export const buildGuidePage = (): Promise<PhonePage> => pageIn(new URL('../group/page/', import.meta.url))

/** `page.html` of a folder with its style and its script put in. */
async function pageIn(folder: URL): Promise<PhonePage> {
  const source = (name: string): string => fileURLToPath(new URL(name, folder))
  const { build } = await import('esbuild')
  const [html, style, script] = await Promise.all([
    readFile(source('page.html'), 'utf8'),
    build({ entryPoints: [source('page.css')], minify: true, write: false, target: 'chrome70' }),
    build({
      entryPoints: [source('page.ts')],
      bundle: true,
      minify: true,
      write: false,
      format: 'iife',
      target: 'es2017',
      charset: 'utf8',
      plugins: [noSchemas],
    }),
  ])
  const whole = html
    .replace('/* style */', () => style.outputFiles[0]?.text.trim() ?? '')
    .replace('/* script */', () => script.outputFiles[0]?.text.trim().replaceAll('</script', '<\\/script') ?? '')
  return phonePageOf(whole)
}

/**
 * A phone checks nothing by schema: what it opens has passed a seal or a checksum. The schemas beside the card's composition stay at home,
 * and with them two thirds of the page.
 */
const noSchemas: Plugin = {
  name: 'no-schemas',
  setup(build) {
    build.onResolve({ filter: /^zod$/ }, () => ({ path: 'zod', namespace: 'no-schemas' }))
    build.onLoad({ filter: /.*/, namespace: 'no-schemas' }, () => ({
      contents: 'export const z = new Proxy(() => z, { get: (_, name) => (name === "options" ? [] : z) })',
    }))
  },
}

/** The page with its policy, by the fingerprints of its own style and script. */
export function phonePageOf(html: string): PhonePage {
  const fingerprints = (tag: string) =>
    [...html.matchAll(new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`, 'g'))]
      .map(([, text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`)
      .join(' ')
  return {
    html,
    policy: `default-src 'none'; script-src ${fingerprints('script')}; style-src ${fingerprints('style')}; img-src blob: data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  }
}

/** The page where scenes and stations lie beside it as files: those may run too, and nothing from anywhere else. */
export const withFilesBeside = ({ html, policy }: PhonePage): PhonePage => ({
  html,
  policy: policy.replace('script-src ', "script-src 'self' "),
})

/** The same with its policy inside, for a host that sends none and for a folder. What a page cannot forbid itself is left to the host. */
export function standingAlone(page: PhonePage): string {
  const policy = withFilesBeside(page).policy.replace("; frame-ancestors 'none'", '')
  return page.html.replace(
    '<meta name="referrer"',
    `<meta http-equiv="content-security-policy" content="${policy}">\n<meta name="referrer"`,
  )
}
