/** Something to say about one place of one document. The API's `Finding` has the same shape. */
export type Finding = {
  /** `error` forbids publishing, `warning` does not, `todo` is something the paper leaves to the city. */
  readonly level: 'error' | 'warning' | 'todo'
  readonly document: string
  /** JSON pointer into the document. */
  readonly pointer: string
  readonly code: string
  /** Chinese, a complete sentence. */
  readonly message: string
  readonly label?: string
}

/** One sample case of a form, run. The API's `CheckReport.samples` has the same shape. */
export type SampleResult = {
  readonly form: string
  readonly title: string
  readonly passed: boolean
  readonly message?: string
}

/** The documents of a configuration, by key, as parsed JSON. Nothing is assumed about their content. */
export type Documents = { readonly [key: string]: unknown }
