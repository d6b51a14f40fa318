import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

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
      target: 'es2018',
      charset: 'utf8',
    }),
  ])
  const whole = html
    .replace('/* style */', () => style.outputFiles[0]?.text.trim() ?? '')
    .replace('/* script */', () => script.outputFiles[0]?.text.trim().replaceAll('</script', '<\\/script') ?? '')
  return phonePageOf(whole)
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
