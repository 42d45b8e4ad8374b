import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { officeNames } from './office/names.plugin.ts'
import { officeStyles } from './office/styles.plugin.ts'

/** Every browser we serve reads woff2: the older copies would only double the folder. */
const woff2Only: Plugin = {
  name: 'woff2-only',
  enforce: 'pre',
  transform: (code, id) =>
    /@fontsource.*\.css/.test(id)
      ? code.replaceAll(/,\s*url\([^)]*\.woff\) format\('woff'\)/g, '')
      : undefined,
}

const api = `http://127.0.0.1:${process.env['YIHU_PORT'] ?? '8300'}`

export default defineConfig({
  root: import.meta.dirname,
  publicDir: 'public',
  cacheDir: '../.cache/vite',
  plugins: [woff2Only, officeStyles, officeNames, react()],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    manifest: true,
    // The policy of the server allows no data: fonts, and a file of its own is cached for ever.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1500,
  },
  server: { proxy: { '/api': api, '/oidc': api } },
})
