/** A document's key in a configuration: `profile`, `objects`, `catalogue`, `fees`, …, `form:<key>`. */
export type DocumentKey = string
/** sha256 of the document's canonical JSON, hex. */
export type Sha = string

export type Manifest = { readonly [key: DocumentKey]: Sha }

/** `GET …/releases`, newest first, and `GET …/releases/{n}`; `live` = `GET …/releases/live`. */
export type Release = {
  readonly n: number
  readonly note: string
  readonly by: string
  readonly at: string
  /** Local date from which it is used. */
  readonly effectiveFrom: string
  readonly documents: Manifest
  /** Set when this release brought back an older one. */
  readonly restored?: number
  readonly state: 'live' | 'scheduled' | 'past'
}

/** `GET …/draft`. ETag is `"<rev>"`. */
export type Draft = {
  readonly rev: number
  /** The release the draft builds on; 0 before the first publication. */
  readonly base: number
  readonly documents: readonly DraftDocument[]
}

export type DraftDocument = {
  readonly key: DocumentKey
  readonly sha: Sha
  readonly title: string
  readonly state: 'same' | 'changed' | 'added' | 'removed'
  /**
   * The ETag of `GET …/draft/{key}`; send back what was read. It only grows, also when the document is published or
   * stands as released again, so that no old ETag fits. 0 = nobody ever wrote the document here.
   */
  readonly rev: number
  readonly by?: string
  readonly at?: string
}

/**
 * `DELETE …/draft/{key}` takes back what was done to a document; one that stands as released is taken out of the draft.
 * `GET …/draft/{key}` and `PUT …/draft/{key}` (body: the document itself, header `If-Match: "<rev>"`, `"0"` for one that
 * is not there yet).
 */
export type DraftBody = {
  readonly key: DocumentKey
  readonly sha: Sha
  readonly rev: number
  readonly document: unknown
  readonly findings: readonly Finding[]
}

/** `error` forbids publishing, `warning` does not, `todo` is something the paper leaves to the city. */
export type Finding = {
  readonly level: 'error' | 'warning' | 'todo'
  readonly document: DocumentKey
  /** JSON pointer into the document, so that an editor can jump there. */
  readonly pointer: string
  readonly code: string
  /** Chinese, complete sentence. */
  readonly message: string
  /** Label of the component or item, where there is one. */
  readonly label?: string
}

/** `POST …/draft/check`. */
export type CheckReport = {
  readonly rev: number
  readonly findings: readonly Finding[]
  readonly samples: readonly {
    readonly form: string
    readonly title: string
    readonly passed: boolean
    readonly message?: string
  }[]
  readonly publishable: boolean
}

/** `GET …/releases/{a}/diff/{b}`; `b` may be `draft`. Words are Chinese and complete: 「助浴：60 元/次 → 65 元/次，自 2027-01-01」. */
export type Diff = {
  readonly from: number
  readonly to: number | 'draft'
  readonly changes: readonly Change[]
}

export type Change = {
  readonly document: DocumentKey
  readonly documentTitle: string
  readonly pointer: string
  readonly kind: 'added' | 'removed' | 'changed'
  readonly words: string
  /** Of a form: what the change does to answers given under the older one, if they are taken over to the newer. */
  readonly effect?: ChangeEffect
}

/**
 * Answers that the older form accepted are dropped or refused, say or lead to something else, must obey more, or stay as
 * they are. Stored assessments and drafts under way keep the form they were begun with.
 */
export type ChangeEffect = 'loses-answers' | 'changes-meaning' | 'tightens' | 'compatible'

/**
 * `POST …/releases` → 201 Release; 422 `check-failed` with the findings as `errors`. `rev`: the draft that was looked
 * at; it may stand in `If-Match` instead. Another draft is 412; without it the draft is published as it stands.
 */
export type PublishRequest = { readonly note: string; readonly effectiveFrom?: string; readonly rev?: number }

export type PackCard = {
  readonly key: string
  readonly city: string
  readonly title: string
  readonly summary: string
  readonly paper: { readonly title: string; readonly number: string } | null
  readonly demo: boolean
  readonly documents: number
  /** How many entries the document's list has; `todo`: what is left to the city. */
  readonly counts: {
    readonly forms: number
    readonly items: number
    readonly objects: number
    readonly indicators: number
    readonly divisions: number
    readonly prices: number
    readonly todo: number
  }
}

/** `GET /api/packs` → `{ items: PackCard[] }`; `GET /api/packs/{pack}` → this. */
export type PackDocuments = Pick<PackCard, 'key' | 'city' | 'title' | 'summary'> & {
  readonly documents: Readonly<Record<DocumentKey, unknown>>
}

/**
 * `POST …/draft/adopt` → 200 Draft. `demo`: with the invented prices of the demo city. Over work in progress it is 409
 * unless `If-Match: "<rev of the draft>"` says that it was looked at. A pack of another city needs `place`: what this
 * city is called, its province and its divisions, which may be none yet.
 */
export type AdoptRequest = {
  readonly pack: string
  readonly demo?: boolean
  readonly place?: {
    readonly name: string
    readonly province: string
    readonly divisions?: readonly unknown[]
  }
}

/** `POST …/releases/{n}/restore` → 201 Release; the body may be left out. */
export type RestoreRequest = { readonly note?: string }
