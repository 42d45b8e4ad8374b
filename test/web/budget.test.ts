import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Built, build } from './built.ts'

let built: Built
beforeAll(async () => {
  built = await build('web')
})
afterAll(() => built?.remove())

/** The chunks that a page needs before it shows: the static imports of these entries, and theirs. */
function needed(entries: readonly string[]): ReadonlySet<string> {
  const files = new Set<string>()
  const take = (key: string) => {
    const entry = built.manifest[key]
    if (!entry) throw new Error(`${key} is not in the manifest`)
    if (files.has(entry.file)) return
    files.add(entry.file)
    for (const one of entry.imports ?? []) take(one)
  }
  entries.forEach(take)
  return files
}

const weigh = (files: Iterable<string>): number =>
  [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(built.folder, file))).length, 0)

const FIRST = ['index.html', 'app/gate.tsx', 'field/index.tsx', 'field/today.tsx']
const KB = 1024

describe("the worker's client", () => {
  it('shows its first screen with at most 350 KB of compressed script', () => {
    const size = weigh(needed(FIRST))
    console.log(`first screen: ${Math.round(size / KB)} KB gz`)
    expect(size).toBeLessThanOrEqual(350 * KB)
    // A scale that weighs nothing would always be content.
    expect(size).toBeGreaterThan(60 * KB)
  })

  it('fills a form with at most 350 KB, everything together', () => {
    const size = weigh(needed([...FIRST, 'field/fill.tsx', 'field/record.tsx']))
    console.log(`filling a form: ${Math.round(size / KB)} KB gz`)
    expect(size).toBeLessThanOrEqual(350 * KB)
  })

  it('takes nothing of the desktop rooms with it', () => {
    const text = [...needed([...FIRST, 'field/fill.tsx'])].map((file) =>
      readFileSync(join(built.folder, file), 'utf8'),
    )
    for (const mark of ['ant-btn', 'CodeMirror', 'echarts'])
      expect(text.join('').includes(mark), mark).toBe(false)
  })
})

const STUDIO = ['index.html', 'app/gate.tsx', 'studio/index.tsx']
/** The other pages of the studio, drawn with the office kit. What a view fetches when it is asked for is not counted. */
const PAGES = {
  'check and publish': ['studio/release/publish.tsx'],
  releases: ['studio/release/history.tsx'],
  dictionary: ['studio/dictionary/page.tsx'],
  calculator: ['studio/calculator/page.tsx'],
  members: ['studio/members/page.tsx'],
  'document as fields': ['studio/document/page.tsx', 'studio/structured/view.tsx'],
  catalogue: ['studio/document/page.tsx', 'studio/catalogue/table.tsx'],
  fees: ['studio/document/page.tsx', 'studio/fees/table.tsx'],
} as const

describe('the studio', () => {
  it('shows a city its configuration with at most 250 KB of compressed script', () => {
    const size = weigh(needed([...STUDIO, 'studio/overview.tsx']))
    console.log(`studio: ${Math.round(size / KB)} KB gz`)
    expect(size).toBeLessThanOrEqual(250 * KB)
    expect(size).toBeGreaterThan(60 * KB)
  })

  it.each(Object.entries(PAGES))('shows %s with at most 500 KB, everything together', (page, entries) => {
    const size = weigh(needed([...STUDIO, 'office/zone.tsx', ...entries]))
    console.log(`studio, ${page}: ${Math.round(size / KB)} KB gz`)
    expect(size).toBeLessThanOrEqual(500 * KB)
  })

  it('brings the builder, the code editor and workbooks only when they are asked for', () => {
    const text = [...needed([...STUDIO, 'studio/overview.tsx', ...Object.values(PAGES).flat()])]
      .map((file) => readFileSync(join(built.folder, file), 'utf8'))
      .join('')
    for (const mark of ['Formio', 'CodeMirror', 'sharedStrings'])
      expect(text.includes(mark), mark).toBe(false)
  })
})

describe('the page that is served', () => {
  it('has no file that a function could not answer with: 6 MB, as base64', () => {
    const sizes = readdirSync(built.folder, { recursive: true, encoding: 'utf8' })
      .map((name) => statSync(join(built.folder, name)))
      .filter((found) => found.isFile())
      .map(({ size }) => size)
    console.log(`largest file: ${Math.round(Math.max(...sizes) / KB)} KB`)
    // A third more in base64, and the headers beside it.
    expect(Math.max(...sizes)).toBeLessThan(4 * KB * KB)
    expect(sizes.length).toBeGreaterThan(50)
  })

  it('has no script and no style inside it, and names no other site', () => {
    const html = readFileSync(join(built.folder, 'index.html'), 'utf8')
    expect(html).not.toMatch(/<style|\sstyle=|\son\w+=/)
    expect(html).not.toMatch(/<script(?![^>]*\ssrc=)/)
    expect(html).not.toMatch(/(?:src|href)="(?:https?:)?\/\//)
  })
})
