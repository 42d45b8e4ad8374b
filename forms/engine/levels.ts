import { type Band, isRecord, type OutcomeDefinition } from '../definition/index.ts'
import { isList, own } from '../logic/index.ts'

/** Levels with the version of the rule that lays them down, which every result then carries. */
export type LevelTable = { readonly rule: string; readonly bands: readonly Band[] }

/** A city's own level tables, by outcome key: bands alone, or with the name of their rule. */
export type LevelTables = Readonly<Record<string, readonly Band[] | LevelTable>>

/** A city's own level tables in place of the form's. */
export const withLevels = (
  outcomes: readonly OutcomeDefinition[],
  levels: LevelTables | undefined,
): readonly OutcomeDefinition[] =>
  levels && isList(outcomes)
    ? outcomes.map((outcome: OutcomeDefinition) => {
        const table = own(levels, String(outcome?.key)) as LevelTables[string] | undefined
        if (!table) return outcome
        // Of anything else than a table the judge says what is wrong with it.
        const { bands, rule } = isTable(table) ? table : { bands: table, rule: outcome.rule }
        return { ...outcome, bands, rule }
      })
    : outcomes

const isTable = (table: readonly Band[] | LevelTable): table is LevelTable =>
  isRecord(table) && 'bands' in table
