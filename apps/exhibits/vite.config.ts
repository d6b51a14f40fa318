import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const here = import.meta.dirname
const station = process.env.STATION ?? 'http://127.0.0.1:7320'
/** Each page of the folder is one entry; they share what they have in common. */
const pages = ['index', 'parts', 'panorama-bench'].filter((page) => existsSync(resolve(here, `${page}.html`)))

export default defineConfig({
  root: here,
  base: './',
  plugins: [react()],
  server: {
    proxy: Object.fromEntries(['/api', '/packs', '/t'].map((path) => [path, { target: station, changeOrigin: true }])),
  },
  worker: { format: 'es' },
  build: {
    outDir: 'dist',
    target: 'chrome130',
    // Fonts and nets stay files of their own: inlined they would need `data:` in the page's policy and be loaded when nobody asks.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1600,
    rollupOptions: { input: Object.fromEntries(pages.map((page) => [page, resolve(here, `${page}.html`)])) },
  },
})
