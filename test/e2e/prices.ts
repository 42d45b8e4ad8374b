import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { demoDocuments, packs } from '../../forms/packs/index.ts'

type Priced = { readonly item: string; readonly unit: string; readonly amount: number | null }
type Tiered = Priced & { readonly level?: string; readonly objectClass?: string; readonly division?: string }

/** Plain prices of a common service in the demo packs, in 分, worked out here from the files alone. */
export async function pricesOf(common: string, unit: string): Promise<readonly number[]> {
  const document = async (file: string) =>
    JSON.parse(await readFile(fileURLToPath(new URL(`../../forms/packs/${file}`, import.meta.url)), 'utf8'))
  const prices: number[] = []
  for (const { key, folder } of packs) {
    const file = (name: string) => demoDocuments[key]?.[name] ?? `${folder}/${name}.json`
    const { items } = (await document(file('catalogue'))) as { items: { key: string; common: string }[] }
    const { rows } = (await document(file('fees'))) as { rows: Tiered[] }
    const own = new Set(items.filter((item) => item.common === common).map((item) => item.key))
    const plain = rows.filter(
      (row) => own.has(row.item) && row.unit === unit && !row.level && !row.objectClass && !row.division,
    )
    for (const { amount } of plain) if (amount !== null) prices.push(amount)
  }
  return prices.toSorted((a, b) => a - b)
}

export const yuan = (fen: number): string => (fen / 100).toFixed(2)
