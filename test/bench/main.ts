/** `npm run -s bench -- <name> [--json]`: a registry of named benches; without a name, all of them in turn. */
type Bench = (options: { readonly json: boolean }) => Promise<void> | void

const benches: Readonly<Record<string, () => Promise<Bench>>> = {
  engine: async () => (await import('./engine.ts')).engine,
  table: async () => (await import('./table.ts')).table,
  bundle: async () => (await import('./bundle.ts')).benchBundle,
}

const words = process.argv.slice(2)
const json = words.includes('--json')
const names = words.filter((word) => !word.startsWith('--'))
for (const name of names.length > 0 ? names : Object.keys(benches)) {
  const load = Object.hasOwn(benches, name) ? benches[name] : undefined
  if (!load) {
    console.error(`No bench named ${name}. There are: ${Object.keys(benches).join(', ')}.`)
    process.exitCode = 2
    continue
  }
  const bench = await load()
  await bench({ json })
}
