import { existsSync, readFileSync } from 'node:fs'
import { type ImportReport, importForm } from '#forms/definition'
import { compile } from '#forms/engine'

type Form = { readonly name: string; readonly json: unknown }

const corpora = ['chefs', 'nav', 'formio-js-fixtures']

const formsOf = (corpus: string): readonly Form[] => {
  const file = new URL(`../conformance/corpus/${corpus}.jsonl`, import.meta.url)
  if (!existsSync(file)) return []
  const lines = readFileSync(file, 'utf8').split('\n')
  return lines.flatMap((line): Form[] => {
    if (line === '') return []
    const { name, file: path, form, ...rest } = JSON.parse(line) as Record<string, unknown>
    return [{ name: String(name ?? path), json: form ?? rest }]
  })
}

/** What became of a corpus: forms and parts by their fate, milliseconds a form, and why parts were refused. */
type Tally = {
  readonly corpus: string
  readonly forms: number
  readonly whole: number
  readonly translated: number
  readonly refused: number
  readonly compiled: number
  readonly components: number
  readonly componentsRefused: number
  readonly scripts: number
  readonly scriptsRefused: number
  readonly p50Ms: number
  readonly maxMs: number
}

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0

const parts = (report: ImportReport) => ({
  components: report.taken,
  componentsRefused: report.refused.filter(({ code }) => code === 'type' || code === 'options').length,
  scripts: report.translated.filter(({ what }) => what === 'script').length,
  scriptsRefused: report.refused.filter(({ code }) => code === 'script').length,
})

const once = (json: unknown): number => {
  const start = performance.now()
  importForm(json)
  return performance.now() - start
}

const measured = (corpus: string, forms: readonly Form[], why: Map<string, number>): Tally => {
  const reports = forms.map(({ json }) => importForm(json))
  // The reports above have warmed everything up; the best of three leaves out what else the machine did.
  const times = forms.map(({ json }) => Math.min(once(json), once(json), once(json)))
  const sorted = times.toSorted((a, b) => a - b)
  const sum = (count: (report: ImportReport) => number): number =>
    reports.reduce((all, { report }) => all + count(report), 0)
  const share = (wanted: ImportReport['share']): number => sum((report) => Number(report.share === wanted))
  for (const { report } of reports)
    for (const reason of new Set(
      report.refused.map(({ code, message }) => `${code}: ${message.replaceAll(/「[^」]*」/g, '…')}`),
    ))
      why.set(reason, (why.get(reason) ?? 0) + 1)
  return {
    corpus,
    forms: forms.length,
    whole: share('whole'),
    translated: share('translated'),
    refused: share('refused'),
    compiled: reports.filter(({ form }) =>
      compile(form.definition).findings.every(({ level }) => level !== 'error'),
    ).length,
    components: sum((report) => parts(report).components),
    componentsRefused: sum((report) => parts(report).componentsRefused),
    scripts: sum((report) => parts(report).scripts),
    scriptsRefused: sum((report) => parts(report).scriptsRefused),
    p50Ms: at(sorted, 0.5),
    maxMs: sorted.at(-1) ?? 0,
  }
}

const hostile = (): readonly Form[] => {
  let deep: unknown = { type: 'textfield', key: 'x' }
  for (let i = 0; i < 10_000; i++) deep = { type: 'panel', key: `p${i}`, components: [deep] }
  const cyclic: { type: string; components: unknown[] } = { type: 'panel', components: [] }
  cyclic.components.push(cyclic)
  const one = (member: Record<string, unknown>) => ({
    components: [{ type: 'textfield', key: 'a', label: 'A', ...member }],
  })
  return [
    { name: '10,000 deep', json: { components: [deep] } },
    { name: 'cyclic', json: cyclic },
    { name: '1 MB script', json: one({ calculateValue: `value = ${'data.a + '.repeat(120_000)}1` }) },
    { name: '1 MB of open tags', json: one({ description: '<script'.repeat(150_000) }) },
    { name: '1 MB of templates', json: one({ description: '{{'.repeat(500_000) }) },
    {
      name: '20,000 components',
      json: Array.from({ length: 20_000 }, (_, i) => ({ type: 'textfield', key: `k${i % 7}` })),
    },
  ]
}

/** `npm run -s bench -- import [--json]`: how much of real forms comes over, and how fast. */
export const benchImport = ({ json }: { readonly json: boolean }): void => {
  const why = new Map<string, number>()
  for (const corpus of corpora) {
    const forms = formsOf(corpus)
    if (forms.length === 0) continue
    const tally = measured(corpus, forms, why)
    if (json) console.log(JSON.stringify({ case: `import ${corpus}`, ...tally }))
    else say(tally)
  }
  const reasons = [...why].sort((a, b) => b[1] - a[1])
  if (!json) for (const [reason, forms] of reasons.slice(0, 12)) console.log(`    ${forms} forms: ${reason}`)
  for (const { name, json: form } of hostile()) {
    const start = performance.now()
    const { share } = importForm(form).report
    const ms = performance.now() - start
    if (json) console.log(JSON.stringify({ case: `import hostile: ${name}`, share, ms }))
    else console.log(`${`hostile: ${name}`.padEnd(30)} ${ms.toFixed(1)} ms, ${share}`)
  }
}

const say = (tally: Tally): void => {
  const { corpus, forms, whole, translated, refused, compiled } = tally
  console.log(
    `${corpus}: ${forms} forms; ${whole} whole, ${translated} translated, ${refused} with something refused; ${compiled} compile`,
  )
  console.log(
    `    components ${tally.components} taken, ${tally.componentsRefused} refused; scripts ${tally.scripts} translated, ${tally.scriptsRefused} refused`,
  )
  console.log(`    ${tally.p50Ms.toFixed(2)} ms p50, ${tally.maxMs.toFixed(1)} ms at most`)
}
