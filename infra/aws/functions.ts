import { type RoleName, rolesOf } from '../rights/roles.ts'
import type { Stage } from '../stages.ts'

/** One function as the cloud runs it. */
export type CloudFunction = {
  /** Where its code begins. */
  readonly entry: string
  /** MB; processor time grows with it. */
  readonly memory: number
  /** Seconds until it is cut off. The gateway itself waits no longer than 30. */
  readonly seconds: number
  /** Folders of this repository that go with it, under the names that they have there. */
  readonly carries?: readonly { readonly from: string; readonly to: string }[]
}

const api = { memory: 1024, seconds: 28 } as const
const job = { memory: 512, seconds: 60 } as const

/** Every function there is. The four of the API are those of `functions/api/app.ts`. */
export const cloudFunctions = {
  city: { entry: 'functions/city.ts', ...api },
  studio: { entry: 'functions/studio.ts', ...api },
  changes: { entry: 'functions/changes.ts', ...api, carries: [{ from: 'forms/packs', to: 'packs' }] },
  province: { entry: 'functions/province.ts', ...api },
  /** From the stream: what a city disclosed, to its province; memberships, to each person's own list. */
  rollup: { entry: 'functions/rollup.ts', ...job },
  /** From the stream: messages between tenants. */
  courier: { entry: 'functions/courier.ts', ...job },
  /** On a schedule: closes the month of every city. */
  months: { entry: 'functions/months.ts', memory: 512, seconds: 600 },
  /** On a schedule: starts the export of the table into the archive. */
  exports: { entry: 'functions/exports.ts', ...job },
  /** Where no content network may serve pages under our name (China): the web client itself. */
  web: { entry: 'functions/web.ts', memory: 512, seconds: 10, carries: [{ from: 'dist/web', to: 'web' }] },
} as const satisfies Readonly<Record<string, CloudFunction>>
export type FunctionName = keyof typeof cloudFunctions

/** What a function is told of the place it runs in; ARNs and names are tokens in a template. */
export type Place = {
  readonly stage: Pick<Stage, 'issuer'>
  readonly table: string
  readonly masterKey: string
  readonly roles: Readonly<Record<RoleName, string>>
}

/**
 * The environment of a function, the same in a template and on this machine. The platform adds its own
 * (`AWS_REGION`, credentials, `LAMBDA_TASK_ROOT`).
 */
export const settingsOf = (name: FunctionName, { stage, table, masterKey, roles }: Place) => {
  const settings: Record<string, string> = { NODE_OPTIONS: '--disallow-code-generation-from-strings' }
  if (name === 'web') return settings
  Object.assign(settings, { YIHU_TABLE: table })
  const taken: { city?: RoleName; province?: RoleName; member?: RoleName } =
    name in rolesOf ? rolesOf[name as keyof typeof rolesOf] : {}
  for (const [owner, role] of Object.entries(taken))
    settings[`YIHU_${owner.toUpperCase()}_ROLE`] = roles[role]
  if (!(name in { city: 0, studio: 0, changes: 0, province: 0 })) return settings
  const { url, audience, keys } = stage.issuer
  return Object.assign(settings, {
    YIHU_MASTER_KEY: masterKey,
    YIHU_ISSUER: url,
    YIHU_AUDIENCE: audience,
    YIHU_JWKS: keys,
  })
}
