/** Units of one write: of the table, and of each index whose entry it touched. */
export interface WriteCost {
  readonly table: number
  readonly indexes: Readonly<Record<string, number>>
}

/** A write unit is 1 KB, at least one. */
export function writeUnits(bytes: number): number {
  return Math.max(1, Math.ceil(bytes / 1024))
}

/** A read unit is 4 KB read strongly; an eventual read is half of it, a transactional one twice. */
export function readUnits(bytes: number, consistency: 'eventual' | 'strong' | 'transactional'): number {
  const blocks = Math.max(1, Math.ceil(bytes / 4096))
  return blocks * { eventual: 0.5, strong: 1, transactional: 2 }[consistency]
}

type Mode = 'NONE' | 'TOTAL' | 'INDEXES'

/** Adds up what one request consumes, table by table, and reports it in DynamoDB's form. */
export class Meter {
  readonly #tables = new Map<string, { table: number; indexes: Map<string, number> }>()
  readonly #unit: 'Read' | 'Write' | undefined

  /** `unit` is named by transactions only, which report their units a second time under it. */
  constructor(unit?: 'Read' | 'Write') {
    this.#unit = unit
  }

  add(table: string, units: number, indexes: Readonly<Record<string, number>> = {}): void {
    const sums = this.#tables.get(table) ?? { table: 0, indexes: new Map<string, number>() }
    this.#tables.set(table, sums)
    sums.table += units
    for (const [name, more] of Object.entries(indexes))
      sums.indexes.set(name, (sums.indexes.get(name) ?? 0) + more)
  }

  /** One entry per table, in the order of first use; undefined when the request did not ask. */
  report(mode: unknown): readonly Readonly<Record<string, unknown>>[] | undefined {
    if (mode !== 'TOTAL' && mode !== 'INDEXES') return undefined
    return [...this.#tables].map(([name, sums]) => this.#entry(name, sums, mode))
  }

  #entry(name: string, sums: { table: number; indexes: Map<string, number> }, mode: Mode) {
    const indexes = [...sums.indexes]
    const total = indexes.reduce((sum, [, units]) => sum + units, sums.table)
    const entry = { TableName: name, ...this.#units(total) }
    if (mode === 'TOTAL') return entry
    const perIndex = indexes.map(([index, units]) => [index, this.#units(units)])
    return {
      ...entry,
      Table: this.#units(sums.table),
      ...(perIndex.length > 0 && { GlobalSecondaryIndexes: Object.fromEntries(perIndex) }),
    }
  }

  #units(units: number): Readonly<Record<string, number>> {
    return { CapacityUnits: units, ...(this.#unit && { [`${this.#unit}CapacityUnits`]: units }) }
  }
}

/** The single-table form: `{ ConsumedCapacity }` or nothing. */
export function consumed(meter: Meter, mode: unknown): { ConsumedCapacity?: unknown } {
  const report = meter.report(mode)
  return report === undefined ? {} : { ConsumedCapacity: report[0] }
}
