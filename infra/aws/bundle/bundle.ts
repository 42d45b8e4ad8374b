import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { type BuildOptions, build, type Plugin } from 'esbuild'
import { cloudFunctions, type FunctionName } from '../functions.ts'
import { builtins } from './builtins.ts'
import { leftOut, unneededFiles } from './left-out.ts'
import { lessLines } from './less-lines.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))

/** Our own modules do nothing when they are imported but declare: what nobody uses of them may go. */
const declarationsOnly: Plugin = {
  name: 'declarations-only',
  setup(run) {
    run.onResolve({ filter: /^(\.|#forms\/)/ }, async ({ path, pluginData, ...from }) => {
      if (pluginData === 'asked' || /node_modules/.test(from.importer)) return undefined
      const found = await run.resolve(path, { ...from, pluginData: 'asked' })
      return { ...found, sideEffects: false }
    })
  },
}

const withoutFiles: Plugin = {
  name: 'without-files',
  setup(run) {
    for (const { asked, by, instead } of unneededFiles)
      run.onResolve({ filter: asked }, ({ importer }) => (by.test(importer) ? { path: instead } : undefined))
    run.onLoad({ filter: /[\\/](?:schemas(?:_0)?|aws-lambda[\\/]handler)\.js$/ }, async ({ path }) => ({
      contents: lessLines(path, await readFile(path, 'utf8')),
      loader: 'js',
    }))
    // The client says its version to the server; of the rest of its description nothing is used.
    run.onLoad({ filter: /[\\/]@aws-sdk[\\/][\w-]+[\\/]package\.json$/ }, async ({ path }) => {
      const { version } = JSON.parse(await readFile(path, 'utf8')) as { readonly version: string }
      return { contents: JSON.stringify({ version }), loader: 'json' }
    })
  },
}

/**
 * How every function is bundled. ES modules all the way: the CommonJS build of the SDK is half as large again and
 * three times as slow to start. Chinese stays as it is: escaped it takes twice the bytes.
 */
const options: BuildOptions = {
  absWorkingDir: root,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  mainFields: ['module', 'main'],
  minify: true,
  charset: 'utf8',
  write: false,
  logLevel: 'error',
}

export type Bundle = {
  /** The module, to be deployed as `index.mjs` with handler `index.handler`. */
  readonly text: string
  readonly bytes: number
  /** Every source that went into it, from the root, and the bytes it brings. */
  readonly inputs: ReadonlyMap<string, number>
}

/** One function as it is deployed: the same sources give the same bytes. `alias` = `{}` leaves nothing out. */
export const bundle = async (name: FunctionName, alias = leftOut): Promise<Bundle> => {
  const { outputFiles, metafile } = await build({
    ...options,
    plugins: [builtins, declarationsOnly, withoutFiles],
    metafile: true,
    write: false,
    alias: { ...alias },
    entryPoints: [cloudFunctions[name].entry],
  })
  const [file] = outputFiles
  const [output] = Object.values(metafile.outputs)
  if (!file || !output) throw new Error(`no bundle of ${name}`)
  const inputs = Object.entries(output.inputs).map(
    ([path, { bytesInOutput }]) => [path, bytesInOutput] as const,
  )
  return { text: file.text, bytes: file.contents.byteLength, inputs: new Map(inputs) }
}
