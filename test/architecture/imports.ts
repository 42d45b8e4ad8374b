import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))

export type Source = {
  /** From the root, with `/`. */
  readonly path: string
  readonly lines: number
  readonly imports: readonly Import[]
}
export type Import = {
  /** What it says. */
  readonly from: string
  /** A path from the root for our own files (`#forms/x` too), else the package. */
  readonly to: string
  /** Nothing of it is left at run time. */
  readonly typeOnly: boolean
}

const statement =
  /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[\w*{][^'"`;]*?\sfrom\s+)?['"]([^'"]+)['"]|import\(\s*(?:\/\*.*?\*\/\s*)?['"]([^'"]+)['"]\s*\)/g

const targetOf = (file: string, from: string): string => {
  if (from.startsWith('.')) return relative(root, resolve(dirname(join(root, file)), from))
  if (from.startsWith('#forms/')) return `forms/${from.slice('#forms/'.length)}/index.ts`
  return /^((?:@[^/]+\/)?[^/]+)/.exec(from)?.[1] ?? from
}

/** The imports that a text makes, of whichever form. */
export const importsOf = (file: string, text: string): readonly Import[] =>
  [...text.matchAll(statement)].map(([, type, from, dynamic]) => {
    const name = from ?? dynamic ?? ''
    return { from: name, to: targetOf(file, name), typeOnly: type !== undefined }
  })

/** Every TypeScript source under some folders of the root. */
export const sources = (...folders: readonly string[]): readonly Source[] =>
  folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(ts|tsx)$/.test(entry.name) && !entry.name.endsWith('.d.ts'))
      .map((entry) => {
        const path = relative(root, join(entry.parentPath, entry.name))
        const text = readFileSync(join(root, path), 'utf8')
        return { path, lines: text.split('\n').length - 1, imports: importsOf(path, text) }
      }),
  )

/** The text of a source. */
export const read = (path: string): string => readFileSync(join(root, path), 'utf8')

/** The same without its comments and without what stands between quotes. */
export const code = (path: string): string =>
  read(path).replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g, ' ')
