import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { apiFunctions } from '../../functions/api/app.ts'
import { gatewayRoutes } from '../../infra/aws/api/routes.ts'
import { buildAsset } from '../../infra/aws/bundle/asset.ts'
import { type ColdStart, coldStart } from './cold-start.ts'
import { middle } from './measure.ts'

type Name = keyof typeof apiFunctions
const names = Object.keys(apiFunctions) as Name[]
/** What must be reached, milliseconds. */
const most = { import: 60, first: 150 }

/** A request without a token: what everybody may ask where the function has such a route, else a refusal with 401. */
const requestOf = (name: Name) => {
  const own = gatewayRoutes.filter(({ serves, method }) => serves === name && method === 'GET')
  const route = own.find(({ path }) => path === '/api/health') ?? own.find(({ isOpen }) => !isOpen)
  if (!route) throw new Error(`${name} has no route to ask`)
  const path = route.path.replace('{city}', '341700').replace('{province}', '340000')
  return { path, status: route.isOpen ? 200 : 401 }
}

const kilo = (bytes: number): string => `${(bytes / 1024).toFixed(0)} KB`
const ms = (value: number): string => value.toFixed(0).padStart(4)

/**
 * Cold starts of the API's functions as they are deployed: 20 fresh processes each, in turns, and as many that import
 * nothing. Behind each time stands the processor time of the main thread: on a machine with neighbours the shorter of
 * both counts, as in `measure.ts`.
 */
export const benchCold = async ({ json = false } = {}, runs = 20): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'yihu-cold-'))
  try {
    const assets = new Map<string, string>()
    for (const name of names) assets.set(name, await buildAsset(name, folder))
    const empty = join(folder, 'empty')
    mkdirSync(empty)
    writeFileSync(join(empty, 'index.mjs'), 'export const handler = async () => ({ statusCode: 200 })\n')

    const seen = new Map<string, ColdStart[]>()
    for (let run = -1; run < runs; run++) {
      for (const name of ['empty', ...names]) {
        const asked = name === 'empty' ? { path: '/', status: 200 } : requestOf(name as Name)
        const start = coldStart(assets.get(name) ?? empty, asked.path)
        if (start.status !== asked.status)
          throw new Error(`${name} answered ${start.status} to ${asked.path} instead of ${asked.status}`)
        // The first of each only warms the disk's cache.
        if (run >= 0) seen.set(name, [...(seen.get(name) ?? []), start])
      }
    }

    for (const [name, starts] of seen) {
      const half = (what: (start: ColdStart) => number): number => middle(starts.map(what))
      const line = {
        bench: 'cold',
        function: name,
        bytes: starts[0]?.bytes ?? 0,
        importMs: half((one) => one.import.wall),
        importProcessorMs: half((one) => one.import.processor),
        firstMs: half((one) => one.first.wall),
        firstProcessorMs: half((one) => one.first.processor),
        memory: Math.max(...starts.map(({ memory }) => memory)),
      }
      if (json) {
        console.log(JSON.stringify(line))
        continue
      }
      const reached =
        half((one) => Math.min(one.import.wall, one.import.processor)) <= most.import &&
        half((one) => Math.min(one.first.wall, one.first.processor)) <= most.first
      console.log(
        [
          name.padEnd(9),
          kilo(line.bytes).padStart(7),
          `import ${ms(line.importMs)} ms (processor ${ms(line.importProcessorMs)})`,
          `first answer ${ms(line.firstMs)} ms (processor ${ms(line.firstProcessorMs)})`,
          `memory ${(line.memory / 1024).toFixed(0)} MB`,
          name === 'empty'
            ? 'the floor'
            : `must ≤ ${most.import} and ≤ ${most.first}: ${reached ? 'yes' : 'NO'}`,
        ].join(' · '),
      )
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

if (import.meta.main) await benchCold({ json: process.argv.includes('--json') })
