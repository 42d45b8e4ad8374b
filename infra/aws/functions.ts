import type { apiFunctions } from '../../functions/api/app.ts'
import { type RoleName, type RolesOfFunction, rolesOf } from '../rights/roles.ts'
import type { Stage } from '../stages.ts'
import { siteOf } from './web/site.ts'

/** One function as the cloud runs it. */
export type CloudFunction = {
  /** Where its code begins. */
  readonly entry: string
  /** MB; processor time grows with it. */
  readonly memory: number
  /** Seconds until it is cut off. The gateway itself waits no longer than 30. */
  readonly seconds: number
  /** How many may run at once: set apart for it, so that no other can take them, and no more than these. */
  readonly atOnce: number
  /** Folders of this repository that go with it, under the names that they have there. */
  readonly carries?: readonly { readonly from: string; readonly to: string }[]
  /** Whether the description of the whole API goes with it, as `openapi.json`. */
  readonly describes?: boolean
}

const api = { memory: 1024, seconds: 28 } as const
const job = { memory: 512, seconds: 60, atOnce: 10 } as const
const schedule = { memory: 512, atOnce: 1 } as const

/** Every function there is. The four of the API are those of `functions/api/app.ts`. */
export const cloudFunctions = {
  city: { entry: 'functions/city.ts', ...api, atOnce: 200 },
  studio: { entry: 'functions/studio.ts', ...api, atOnce: 40 },
  changes: {
    entry: 'functions/changes.ts',
    ...api,
    atOnce: 20,
    carries: [{ from: 'forms/packs', to: 'packs' }],
    describes: true,
  },
  province: { entry: 'functions/province.ts', ...api, atOnce: 20 },
  /** From the stream: what a city disclosed, to its province; memberships, to each person's own list. */
  rollup: { entry: 'functions/rollup.ts', ...job },
  /** From the stream: messages between tenants. */
  courier: { entry: 'functions/courier.ts', ...job },
  /** On a schedule: closes the month of every city. */
  months: { entry: 'functions/months.ts', ...schedule, seconds: 600 },
  /** On a schedule: starts the export of the table into the archive. */
  exports: { entry: 'functions/exports.ts', ...schedule, seconds: 60 },
  /** Where no content network may serve pages under our name (China): the web client itself. */
  web: {
    entry: 'functions/web.ts',
    memory: 512,
    seconds: 10,
    atOnce: 40,
    carries: [{ from: 'dist/web', to: 'web' }],
  },
} as const satisfies Readonly<Record<string, CloudFunction>>
export type FunctionName = keyof typeof cloudFunctions

/** Those that serve the API: the type finds one that is missing here. */
const ofApi: Readonly<Record<keyof typeof apiFunctions, true>> = {
  city: true,
  studio: true,
  changes: true,
  province: true,
}

/** What a function is told of the place it runs in; ARNs and names are tokens in a template. */
export type Place = {
  readonly stage: Pick<Stage, 'issuer'> & Partial<Pick<Stage, 'name' | 'icp'>>
  /** Name and ARN of the table. */
  readonly table: string
  readonly tableArn: string
  readonly masterKey: string
  /** Name of the bucket of archives and exports. */
  readonly archive: string
  /** ARN of each role; those that a function does not take may be absent. */
  readonly roles: { readonly [name in RoleName]?: string }
}

/** ARNs of the roles that a function takes, under the names of its settings: `{ YIHU_CITY_ROLE: 'arn:…' }`. */
const rolesIn = (name: FunctionName, roles: Place['roles']): Record<string, string> => {
  const taken: RolesOfFunction = name in rolesOf ? rolesOf[name as keyof typeof rolesOf] : {}
  return Object.fromEntries(
    Object.entries(taken).map(([owner, role]) => {
      const arn = roles[role]
      if (arn === undefined) throw new Error(`the function ${name} takes the role ${role}, which is not here`)
      return [`YIHU_${owner.toUpperCase()}_ROLE`, arn]
    }),
  )
}

/**
 * The environment of a function, the same in a template and on this machine. The platform adds its own
 * (`AWS_REGION`, credentials, `LAMBDA_TASK_ROOT`).
 */
export const settingsOf = (name: FunctionName, place: Place): Record<string, string> => {
  const safe = { NODE_OPTIONS: '--disallow-code-generation-from-strings' }
  if (name === 'web') return { ...safe, YIHU_SITE: JSON.stringify(siteOf(place.stage)) }
  const settings = { ...safe, YIHU_TABLE: place.table, ...rolesIn(name, place.roles) }
  if (name === 'exports') return { ...settings, YIHU_TABLE_ARN: place.tableArn, YIHU_ARCHIVE: place.archive }
  if (!(name in ofApi)) return settings
  const { url, audience, keys } = place.stage.issuer
  return {
    ...settings,
    YIHU_FUNCTION: name,
    YIHU_MASTER_KEY: place.masterKey,
    YIHU_ISSUER: url,
    YIHU_AUDIENCE: audience,
    YIHU_JWKS: keys,
  }
}
