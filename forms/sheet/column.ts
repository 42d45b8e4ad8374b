/** One allowed word of a column: what is kept, what people read, and other words that mean the same. */
export type Choice = { readonly value: string; readonly label: string; readonly also?: readonly string[] }

/** What a sheet of a workbook or the clipboard may hold in one cell. */
export type CellValue = string | number | boolean | null

type About = {
  /** Stable name, unique in its table. */
  readonly id: string
  /** Heading that people read. */
  readonly title: string
  /** Said below the heading of a workbook and where somebody asks. */
  readonly hint?: string
  readonly required?: boolean
}

/** What is true of the cell of one row. */
type AboutRow<R> = {
  /** Why this cell of this row is not changed here, in words; undefined where it may be. */
  readonly locked?: (row: R) => string | undefined
}

type Holds<R, V> = { readonly get: (row: R) => V; readonly set: (row: R, value: V) => R }

/**
 * A typed column of a table, the same for the table on the screen, the clipboard and a workbook. Money is integer 分
 * inside and 元 outside; a date is a local date `YYYY-MM-DD`; `null` and `undefined` are "not set", never zero.
 */
export type Column<R> = About &
  AboutRow<R> &
  (
    | ({
        readonly kind: 'text'
        /** The most characters; 100 where absent. */
        readonly most?: number
        readonly fits?: { readonly pattern: RegExp; readonly says: string }
      } & Holds<R, string | undefined>)
    | ({
        readonly kind: 'number'
        readonly least?: number
        readonly most?: number
        /** The most decimals; none where absent. */
        readonly decimals?: number
      } & Holds<R, number | null>)
    | ({ readonly kind: 'money' } & Holds<R, number | null>)
    | ({ readonly kind: 'date' } & Holds<R, string | undefined>)
    | ({
        readonly kind: 'choice'
        readonly options: readonly Choice[]
        /** Those of the options that may be chosen; all where absent. */
        readonly within?: readonly Choice[]
      } & Holds<R, string | undefined>)
    | ({ readonly kind: 'choices'; readonly options: readonly Choice[] } & Holds<R, readonly string[]>)
    | ({
        readonly kind: 'flag'
        /** Whether it may be left open (未填写). */
        readonly blank: boolean
      } & Holds<R, boolean | null>)
    | { readonly kind: 'shown'; readonly get: (row: R) => string }
  )
