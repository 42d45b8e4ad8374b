import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { designerPage } from './designer/page.plugin.ts'
import { officeNames } from './office/names.plugin.ts'
import { officeStyles } from './office/styles.plugin.ts'
import { woff2Only } from './woff2.plugin.ts'

const api = `http://127.0.0.1:${process.env['YIHU_PORT'] ?? '8300'}`

export default defineConfig({
  root: import.meta.dirname,
  publicDir: 'public',
  cacheDir: '../.cache/vite',
  plugins: [woff2Only, officeStyles, officeNames, react(), designerPage()],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    manifest: true,
    // The policy of the server allows no data: fonts, and a file of its own is cached for ever.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1500,
  },
  // The builder's page is always the built one: its bare origin may not read the sources.
  server: {
    proxy: { '/api': api, '/oidc': api, '/site.json': api, '^/designer/(?:index\\.html|assets/)': api },
  },
})
