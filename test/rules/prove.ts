import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { mutations } from './mutations.ts'
import { places } from './places.ts'
import { root } from './register.ts'
import type { Line } from './table.ts'
import { ruleTests } from './tests.ts'

/** Wrong values that are tried for one rule before it counts as not proved. */
const patience = 12

/**
 * Proves the word `enforced`: in a copy of the source tree each rule's value is made wrong in its pack, and the tests
 * that name the rule must fail. Prints one line a rule; a rule that only code carries is listed as such. Takes minutes.
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
      console.log(
        `${rule}  ${verdict.proved ? 'proved ' : verdict.code ? 'code   ' : 'UNPROVED'}  ${verdict.by}`,
      )
      return verdict
    })
    const count = (test: (one: Verdict) => boolean) => told.filter(test).length
    console.log(
      `\nproved ${count((one) => one.proved)} · by code ${count((one) => one.code)} · unproved ${count((one) => !one.proved && !one.code)}`,
    )
    if (told.some((one) => !one.proved && !one.code)) process.exitCode = 1
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}

type Verdict = { readonly proved: boolean; readonly code: boolean; readonly by: string }

const verdictOn = (copy: string, rule: string): Verdict => {
  const files = [...new Set(ruleTests().flatMap(({ rules, file }) => (rules.includes(rule) ? [file] : [])))]
  if (!passes(copy, files, rule)) return { proved: false, code: false, by: 'its tests fail as they stand' }
  const found = (places().get(rule) ?? []).filter(({ kind }) => kind === 'configuration')
  let left = patience
  for (const { at } of found) {
    const [file = '', pointer = ''] = at.split('#')
    const path = join(copy, file)
    const before = readFileSync(path, 'utf8')
    for (const { what, document } of mutations(JSON.parse(before), pointer)) {
      if (left-- <= 0) break
      writeFileSync(path, JSON.stringify(document))
      const caught = !passes(copy, files, rule)
      writeFileSync(path, before)
      if (caught) return { proved: true, code: false, by: `${file} ${what}` }
    }
  }
  const code = places()
    .get(rule)
    ?.find(({ kind }) => kind === 'code')
  return {
    proved: false,
    code: code !== undefined,
    by: code?.at ?? `no wrong value of ${found.length} places was noticed`,
  }
}

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
