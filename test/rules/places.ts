import { readdirSync, readFileSync } from 'node:fs'
import { documentFile, packs, readPack } from '../../forms/packs/index.ts'
import { register, root, ruleNumber } from './register.ts'

/**
 * Where a rule lives. `configuration`: something of a pack that cites it; `todo`: a gap of a pack that cites it;
 * `code`: a source file that names it. `at` is `file#pointer` below the source tree, or the file alone.
 */
export type Place = {
  readonly rule: string
  readonly kind: 'configuration' | 'todo' | 'code'
  readonly at: string
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Calls `visit` with every object in a document and its JSON pointer. */
const eachObject = (
  value: unknown,
  visit: (node: Readonly<Record<string, unknown>>, pointer: string) => void,
  pointer = '',
): void => {
  if (isRecord(value)) visit(value, pointer)
  if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value))
      eachObject(inner, visit, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`)
}

/** Every rule that an object cites itself: `source`, and cousins such as `priceSource`. */
const cited = (node: Readonly<Record<string, unknown>>): readonly string[] =>
  Object.entries(node).flatMap(([name, value]) =>
    /source$/i.test(name) && isRecord(value) && typeof value['rule'] === 'string' ? [value['rule']] : [],
  )

const inDocument = (file: string, document: unknown): readonly Place[] => {
  const found: Place[] = []
  eachObject(document, (node, pointer) => {
    const kind = /\/todo\/\d+$/.test(pointer) ? 'todo' : 'configuration'
    for (const rule of cited(node)) found.push({ rule, kind, at: `${file}#${pointer}` })
  })
  return found
}

/** What the packs of real papers carry; demo cities cite no paper. */
const inPacks = (): readonly Place[] =>
  packs
    .filter(({ key }) => !key.endsWith('-demo'))
    .flatMap(({ folder }) => {
      const place = `forms/packs/${folder}/`
      const names = readdirSync(new URL(place, root)).filter((name) => name.endsWith('.json'))
      const files = names.map((name) => [name, JSON.parse(readFileSync(new URL(place + name, root), 'utf8'))])
      return Object.entries(readPack(Object.fromEntries(files)).documents).flatMap(([key, document]) =>
        inDocument(place + documentFile(key), document),
      )
    })

/** The dictionary names a rule where it took a word from it: that carries no rule out. */
const vocabulary = /^elements\//

const inCode = (): readonly Place[] =>
  ['forms', 'functions'].flatMap((folder) =>
    readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !(folder === 'forms' && vocabulary.test(name)))
      .sort()
      .flatMap((name) => {
        const at = `${folder}/${name}`
        const named = readFileSync(new URL(at, root), 'utf8').match(ruleNumber) ?? []
        return [...new Set(named)].map((rule): Place => ({ rule, kind: 'code', at }))
      }),
  )

/** Every place of every rule: what is configured first, then gaps, then code. */
export const places = (): ReadonlyMap<string, readonly Place[]> => {
  const all = [...inPacks(), ...inCode()]
  const order = ['configuration', 'todo', 'code']
  const of = (rule: string) =>
    all
      .filter((place) => place.rule === rule)
      .toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || inForm(a) - inForm(b))
  return new Map(register().map(({ id }) => [id, of(id)]))
}

/** A rule that stands in a document of its own is looked for there before the questions of a form. */
const inForm = ({ at }: Place): number => (at.includes('/form-') ? 1 : 0)
