import type { Answer } from '../../functions/front/node.ts'
import type { StreamHandler } from '../../functions/jobs/index.ts'
import type { KeyRing, Link } from '../../functions/store/index.ts'
import type { IssuerKeys } from './keys.ts'

/** What the API and the jobs of this machine are built upon. */
export type Foundation = {
  /** Folder of the whole repository. */
  readonly root: string
  /** Folder that holds what this system keeps. */
  readonly data: string
  /** Endpoint of the table engine. */
  readonly engine: string
  /** A way to the engine that asks nobody: for what the machine itself does. */
  readonly link: Link
  /** Where the issuer is now; tokens name `keys.realm`. */
  readonly issuer: string
  readonly keys: IssuerKeys
}

/** One way to run the API and the jobs: in this process, or as the bundles that the cloud gets. */
export type Backend = {
  /** Makes and opens the keys of owners, for the demo data. */
  readonly ring: KeyRing
  readonly api: Answer
  /** Carries records of the table's stream. */
  readonly carry: StreamHandler
  stop(): Promise<void>
}
