import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, sep } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { calmCardPath, fileIn, servePage } from './pages.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pages-'))
  await mkdir(join(folder, 'assets'))
  await writeFile(join(folder, 'index.html'), '<p>驿站</p>')
  await writeFile(join(folder, 'assets', 'bell.mp3'), '0123456789')
})
afterAll(() => rm(folder, { recursive: true }))

describe('the pages of the shell', () => {
  test('carry a policy that lets in nothing from elsewhere', async () => {
    const page = await servePage(folder, '/', null)
    expect(await page.text()).toBe('<p>驿站</p>')
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(page.headers.get('content-security-policy')).not.toMatch(/script-src[^;]*'unsafe-(inline|eval)'/)
  })

  test('can be had in parts, as sounds and films are', async () => {
    const part = await servePage(folder, '/assets/bell.mp3', 'bytes=2-4')
    expect([part.status, part.headers.get('content-range'), await part.text()]).toEqual([206, 'bytes 2-4/10', '234'])
    expect((await servePage(folder, '/assets/bell.mp3', 'bytes=7-')).headers.get('content-range')).toBe('bytes 7-9/10')
    expect((await servePage(folder, '/assets/bell.mp3', 'bytes=10-')).status).toBe(416)
  })

  test.each([
    '/../secret',
    '/%2e%2e/secret',
    '/assets/..%2f..%2fsecret',
    '/.env',
    '/assets/.hidden',
    '/%00',
    '/%',
    '/..%5csecret',
    '/none.js',
    '/assets',
  ])('have nothing at %s', async (path) => {
    expect((await servePage(folder, path, null)).status).toBe(404)
  })

  test('never lead out of their folder', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('..', '.', '/', '%2e', '%2f', '%5c', '\\', 'a', '%00', '%'), { maxLength: 12 }),
        (parts) => {
          const file = fileIn('/srv/pages', `/${parts.join('')}`)
          expect(file === undefined || file.startsWith(`/srv/pages${sep}`)).toBe(true)
        },
      ),
    )
  })

  test('have a calm card that tells visitors nothing they cannot use', async () => {
    const card = await servePage(folder, calmCardPath, null)
    expect(await card.text()).toContain('稍后回来')
    expect(card.headers.get('content-security-policy')).not.toContain('script-src')
  })
})
