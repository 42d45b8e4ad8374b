import { join, resolve } from 'node:path'
import { build, type Plugin } from 'vite'
import { woff2Only } from '../woff2.plugin.ts'

const root = import.meta.dirname

/**
 * Builds the builder's page beside the client, into `designer/` of the same folder. A build of its own, for it stands
 * alone: it shares no file with the client, so that only this folder must be readable from its bare origin.
 */
export const designerPage = (): Plugin => {
  let into: string | undefined
  return {
    name: 'designer-page',
    apply: 'build',
    configResolved: (config) => {
      // Other pages are built with the same settings, e.g. that of the tests.
      into =
        resolve(config.root) === resolve(root, '..') ? resolve(config.root, config.build.outDir) : undefined
    },
    closeBundle: async () => {
      if (into === undefined) return
      await build({
        configFile: false,
        root,
        base: '/designer/',
        publicDir: false,
        logLevel: 'warn',
        plugins: [woff2Only],
        build: {
          outDir: join(into, 'designer'),
          emptyOutDir: true,
          assetsInlineLimit: 0,
          modulePreload: { polyfill: false },
          // The builder comes as a whole.
          chunkSizeWarningLimit: 2500,
        },
      })
    },
  }
}
