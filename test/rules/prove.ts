import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { documentKey } from '../../forms/packs/index.ts'
import { checkDocument } from '../../forms/release/index.ts'
import { mutations } from './mutations.ts'
import { places } from './places.ts'
import { root } from './register.ts'
import type { Line } from './table.ts'
import { ruleTests } from './tests.ts'

/** Wrong values that are tried for one rule before it counts as not proved, turn by turn from each of its places. */
const patience = 40

/**
 * Proves the word `enforced`: in a copy of the source tree each rule's value is made wrong in its pack, and the tests
 * that name the rule must fail, with values that the schemas take first. Prints one line a rule; a rule that only code
 * carries, or only a schema holds, is listed as such. Takes minutes.
 */
export const prove = async (lines: readonly Line[]): Promise<void> => {
  const copy = mkdtempSync(join(tmpdir(), 'rules-'))
  try {
    const from = fileURLToPath(root)
    for (const name of ['forms', 'functions', 'infra', 'test', 'package.json', 'tsconfig.json'])
      cpSync(join(from, name), join(copy, name), { recursive: true })
    symlinkSync(join(from, 'node_modules'), join(copy, 'node_modules'))
    const wanted = process.argv.slice(process.argv.indexOf('--prove') + 1)
    const enforced = lines
      .filter(({ state }) => state === 'enforced')
      .filter(({ rule }) => wanted.length === 0 || wanted.includes(rule))
    const told = enforced.map(({ rule }) => {
      const verdict = verdictOn(copy, rule)
      console.log(`${rule}  ${verdict.how.padEnd(8)}  ${verdict.by}`)
      return verdict
    })
    const count = (how: Verdict['how']) => told.filter((one) => one.how === how).length
    console.log(
      `\nproved ${count('proved')} · by schema ${count('schema')} · by code ${count('code')} · unproved ${count('UNPROVED')}`,
    )
    if (count('UNPROVED') > 0) process.exitCode = 1
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}

/** `schema`: no test noticed, but a wrong key is refused wherever the pack is read. */
type Verdict = { readonly how: 'proved' | 'schema' | 'code' | 'UNPROVED'; readonly by: string }

const verdictOn = (copy: string, rule: string): Verdict => {
  const files = [...new Set(ruleTests().flatMap(({ rules, file }) => (rules.includes(rule) ? [file] : [])))]
  if (!passes(copy, files, rule)) return { how: 'UNPROVED', by: 'its tests fail as they stand' }
  const found = (places().get(rule) ?? []).filter(({ kind }) => kind === 'configuration')
  const tried = inTurn(
    found.map(({ at }) => {
      const [file = '', pointer = ''] = at.split('#')
      const document: unknown = JSON.parse(readFileSync(join(copy, file), 'utf8'))
      // A question cites its rule among its properties; what it asks stands around them.
      const values = mutations(document, pointer.replace(/\/properties$/, ''))
      return values.slice(0, patience).map((one) => ({ ...one, file }))
    }),
  ).slice(0, patience)
  const noticed = (sound: boolean) =>
    tried
      .filter(({ file, document }) => isSound(file, document) === sound)
      .find(({ file, document }) => {
        const path = join(copy, file)
        const before = readFileSync(path, 'utf8')
        writeFileSync(path, JSON.stringify(document))
        const caught = !passes(copy, files, rule)
        writeFileSync(path, before)
        return caught
      })
  const test = noticed(true)
  if (test) return { how: 'proved', by: `${test.file} ${test.what}` }
  const code = places()
    .get(rule)
    ?.find(({ kind }) => kind === 'code')
  if (code) return { how: 'code', by: code.at }
  const schema = noticed(false)
  if (schema) return { how: 'schema', by: `${schema.file} ${schema.what}` }
  return { how: 'UNPROVED', by: `no wrong value of ${found.length} places was noticed` }
}

/** The first of each list, then the second of each, and so on. */
const inTurn = <T>(lists: readonly (readonly T[])[]): readonly T[] =>
  Array.from({ length: Math.max(0, ...lists.map(({ length }) => length)) }, (_, turn) =>
    lists.flatMap((list) => list.slice(turn, turn + 1)),
  ).flat()

/** Whether a document is taken as one of its kind: a wrong value that is refused wherever it is read proves no test. */
const isSound = (file: string, document: unknown): boolean =>
  checkDocument(documentKey(basename(file)), document).every(({ level }) => level !== 'error')

const passes = (copy: string, files: readonly string[], rule: string): boolean => {
  const command = [
    'exec',
    '--no',
    '--',
    'vitest',
    'run',
    '--config',
    'test/vitest.config.ts',
    ...files,
    '-t',
    rule,
  ]
  return spawnSync('npm', command, { cwd: copy, stdio: 'ignore' }).status === 0
}
