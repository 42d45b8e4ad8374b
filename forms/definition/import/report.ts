/** What became of a form from elsewhere. `refused` empty: it was imported whole. */
export type ImportReport = {
  /** How many components were taken. */
  readonly taken: number
  /** What was put in other words and means the same. */
  readonly translated: readonly Translated[]
  /** What was left out, or stands and must be mended by hand, and why (Chinese). */
  readonly refused: readonly Refused[]
}
export type Translated = {
  readonly path: string
  /** JSON pointer into what was imported. */
  readonly pointer: string
  readonly what: 'type' | 'script' | 'default'
  readonly from: string
  readonly to: unknown
}
export type Refused = {
  readonly path: string
  /** Where `pointer` leads: into what was imported (left out), or into the form made of it (to be mended there). */
  readonly in: 'source' | 'form'
  readonly pointer: string
  readonly code: string
  readonly label?: string
  readonly message: string
}

export type Notes = {
  readonly translated: Translated[]
  readonly refused: Refused[]
}
