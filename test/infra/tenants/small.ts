import { join } from 'node:path'
import { exportCity } from '../../../infra/tenants/export.ts'
import { openCity } from '../../../infra/tenants/open.ts'
import { strangeRows } from './lived-in.ts'
import { passphrase, type System } from './system.ts'

let serial = 0

/** Opens a city with a few hundred rows of every type, shown in its province and in somebody's own list. */
export const fill = async (system: System, city: string, households = 40): Promise<void> => {
  const first = { kind: 'subject', subject: `${city}.boss`, name: '方知远' } as const
  await openCity(await system.at(city), { name: `测试市${city}`, first })
  const pk = (rest: string) => ({ S: `T#${city}#${rest}` })
  const rows = Array.from({ length: households }, (_, i) => [
    { pk: pk(`HH#${i}`), sk: { S: '#' }, rev: { N: '1' }, gsi1pk: pk('HH#x'), gsi1sk: { S: `v#${i}` } },
    { pk: pk(`HH#${i}`), sk: { S: `P#${i}` }, rev: { N: '3' }, name: { B: 'AAECAw==' } },
  ]).flat()
  const waking = [
    { pk: pk('CONFIG'), sk: { S: 'HEAD' }, schema: { N: '1' }, last: { N: '0' }, rev: { N: '1' } },
    { pk: pk('COUNT'), sk: { S: 'COUNT#202610#341702-01' }, submitted: { N: '7' }, rev: { N: '2' } },
    { pk: pk('MAIL'), sk: { S: 'OUT#01M' }, rev: { N: '1' } },
  ]
  const elsewhere = [
    { pk: { S: 'P#340000#CITY' }, sk: { S: city }, rev: { N: '1' } },
    { pk: { S: 'P#340000#MONTH#202610' }, sk: { S: city }, rev: { N: '1' } },
    { pk: { S: `U#${'a'.repeat(64)}#ME` }, sk: { S: `T#${city}` }, rev: { N: '1' } },
  ]
  await system.put(...rows, ...waking, ...elsewhere, ...strangeRows(city))
}

export const archiveOf = async (system: System, city: string, exact = false) => {
  const folder = join(system.folder, `archive-${serial++}`)
  return { folder, ...(await exportCity(await system.at(city), { folder, passphrase, exact })) }
}

/** Runs something that may be cut off, a few requests further each time, until it comes through; how often it was cut. */
export const cutOften = async (
  system: System,
  run: () => Promise<unknown>,
  between: () => Promise<void> = async () => {},
  further = 1,
): Promise<number> => {
  const writes = new Set(['TransactWriteItems', 'BatchWriteItem', 'PutItem', 'DeleteItem'])
  let cuts = 0
  for (let room = 0; ; room += further) {
    let left = room
    system.faults.cut = (op) => writes.has(op) && --left < 0
    try {
      await run()
      return cuts
    } catch (error) {
      if (!(error instanceof Error && error.message === 'cut off')) throw error
      cuts += 1
      await between()
    } finally {
      system.faults.cut = undefined
    }
  }
}
