import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const station = process.env.STATION ?? 'http://127.0.0.1:7320'

export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [react()],
  server: { proxy: { '/api': { target: station, changeOrigin: true } } },
  // Fonts stay files of their own: inlined they would need `data:` in the page's policy.
  build: { outDir: 'dist', target: 'chrome130', assetsInlineLimit: 0, chunkSizeWarningLimit: 900 },
})
