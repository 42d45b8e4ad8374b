import { parseArgs } from 'node:util'

/** `npm run -s bench -- <name> [--json]`: a registry of named benches; without a name, all of them in turn. */
type Options = {
  readonly json: boolean
  /** Only for `fuzz`: how many cases, from which seed, or which one alone. */
  readonly cases?: number | undefined
  readonly seed?: number | undefined
  readonly only?: number | undefined
}
type Bench = (options: Options) => Promise<void> | void

const benches: Readonly<Record<string, () => Promise<Bench>>> = {
  engine: async () => (await import('./engine.ts')).engine,
  import: async () => (await import('./import.ts')).benchImport,
  fuzz: async () => (await import('./fuzz.ts')).fuzz,
  table: async () => (await import('./table.ts')).table,
  bundle: async () => (await import('./bundle.ts')).benchBundle,
  cold: async () => (await import('./cold.ts')).benchCold,
  studio: async () => (await import('./studio.ts')).studio,
}

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    cases: { type: 'string' },
    seed: { type: 'string' },
    only: { type: 'string' },
  },
})
const number = (text: string | undefined): number | undefined =>
  text === undefined ? undefined : Number(text)
const options: Options = {
  json: values.json,
  cases: number(values.cases),
  seed: number(values.seed),
  only: number(values.only),
}
for (const name of positionals.length > 0 ? positionals : Object.keys(benches)) {
  const load = Object.hasOwn(benches, name) ? benches[name] : undefined
  if (!load) {
    console.error(`No bench named ${name}. There are: ${Object.keys(benches).join(', ')}.`)
    process.exitCode = 2
    continue
  }
  const bench = await load()
  await bench(options)
}
