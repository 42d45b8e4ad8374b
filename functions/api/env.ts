import type { JSONWebKeySet } from 'jose'
import type { Principal, Province, Tenant } from '../identity/index.ts'
import type { Cost, KeyRing, Link, ProvinceStore, TenantStore } from '../store/index.ts'
import type { Doors } from './doors.ts'

/** What the API needs of the world. */
export type Deps = {
  readonly issuer: string
  readonly audience: string
  /** Address of the issuer's public keys, or the keys themselves. */
  readonly keys: string | JSONWebKeySet
  readonly link: Link
  readonly ring: KeyRing
  /** Folder of the built-in packs. */
  readonly packs: string
  /** The description of the whole API (`openapi.ts`) as JSON, for the function that serves it. */
  readonly description?: () => string | Promise<string>
  readonly clock?: () => Date
  /** Makes a new ULID. */
  readonly ids?: () => string
  /** Takes one line a request. */
  readonly log?: (line: Readonly<Record<string, unknown>>) => void
}

export type BaseVariables = {
  readonly requestId: string
  readonly clock: () => Date
  readonly ids: () => string
  readonly packs: string
  readonly doors: Doors
  /** What the request has cost so far. */
  readonly cost: Cost
  /** The description of the whole API: JSON. */
  readonly description: () => string | Promise<string>
  readonly verify: (token: string) => Promise<Principal>
}

/** Behind `guard` of a `self` action. */
export type SelfEnv = { Variables: BaseVariables & { principal: Principal } }
/** Behind `guard` of a city's action. Routers under `/api/cities/:city` are `new Hono<Env>()`. */
export type Env = { Variables: SelfEnv['Variables'] & { tenant: Tenant; store: TenantStore } }
/** Behind `guard` of a province's action. Routers under `/api/provinces/:province` are `new Hono<ProvinceEnv>()`. */
export type ProvinceEnv = {
  Variables: SelfEnv['Variables'] & { province: Province; provinceStore: ProvinceStore }
}
