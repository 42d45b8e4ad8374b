/** A component as the builder holds it: only where it stands. What it says is kept by the model, under its tag. */
export type Raw = {
  type: string
  key: string
  tag?: string
  components?: Raw[] | RawCell[]
  columns?: RawCell[]
  rows?: RawCell[][]
  numRows?: number
  numCols?: number
  [name: string]: unknown
}
export type RawCell = { components: Raw[]; [name: string]: unknown }
