import type { Role, RoleGrant } from '../api/contract/index.ts'

export const sensitivities = ['public', 'internal', 'personal', 'sensitive'] as const
export type Sensitivity = (typeof sensitivities)[number]

/**
 * How far a role reaches: the whole city; the divisions of its grant; what names the member as the one who works on
 * it; what was referred to its provider.
 */
export type Scope = 'city' | 'divisions' | 'assigned' | 'referred'
type Reach = readonly [scope: Scope, reads: Sensitivity]
type Rule = {
  /** Where the action happens, and so where the membership is looked up. `self` asks for a token alone. */
  readonly where: 'city' | 'province' | 'self'
  readonly roles: { readonly [role in Role]?: Reach }
}

const inCity = (roles: Rule['roles']): Rule => ({ where: 'city', roles })
const inProvince = (roles: Rule['roles']): Rule => ({ where: 'province', roles })
const self: Rule = { where: 'self', roles: {} }

const everybody: Rule['roles'] = {
  admin: ['city', 'internal'],
  'county.admin': ['city', 'internal'],
  township: ['city', 'internal'],
  worker: ['city', 'internal'],
  village: ['city', 'internal'],
  provider: ['city', 'public'],
  auditor: ['city', 'internal'],
}

/**
 * Who may do what, how far, and up to which sensitivity they read it unmasked. This table is the whole of it. Names
 * are `personal`, id numbers and health are `sensitive`; what lies above `reads` is masked, and `unmask` lists
 * what may be shown one value at a time against a reason. Administration of a city needs no person's data.
 */
export const policy = {
  'me.read': self,
  'pack.read': self,

  'member.list': inCity({
    admin: ['city', 'personal'],
    'county.admin': ['divisions', 'personal'],
    township: ['divisions', 'personal'],
    worker: ['divisions', 'personal'],
    village: ['divisions', 'personal'],
    auditor: ['city', 'personal'],
  }),
  'member.write': inCity({ admin: ['city', 'personal'] }),
  'member.invite': inCity({ admin: ['city', 'personal'] }),
  'audit.read': inCity({ admin: ['city', 'personal'], auditor: ['city', 'personal'] }),
  'invitation.accept': self,

  'config.read': inCity(everybody),
  'document.read': inCity(everybody),
  'config.draft': inCity({ admin: ['city', 'internal'], 'county.admin': ['divisions', 'internal'] }),
  'config.publish': inCity({ admin: ['city', 'internal'] }),
  'quote.make': inCity(everybody),

  'household.list': inCity({
    admin: ['city', 'internal'],
    'county.admin': ['divisions', 'internal'],
    township: ['divisions', 'internal'],
    worker: ['assigned', 'internal'],
    village: ['assigned', 'internal'],
    provider: ['referred', 'internal'],
    auditor: ['city', 'internal'],
  }),
  'household.read': inCity({
    admin: ['city', 'internal'],
    'county.admin': ['divisions', 'internal'],
    township: ['divisions', 'personal'],
    worker: ['assigned', 'personal'],
    village: ['assigned', 'personal'],
    provider: ['referred', 'personal'],
    auditor: ['city', 'internal'],
  }),
  'household.create': inCity({
    township: ['divisions', 'sensitive'],
    worker: ['divisions', 'sensitive'],
    village: ['divisions', 'sensitive'],
  }),
  'household.change': inCity({
    township: ['divisions', 'personal'],
    worker: ['assigned', 'personal'],
  }),
  'case.open': inCity({
    township: ['divisions', 'personal'],
    worker: ['assigned', 'personal'],
    village: ['assigned', 'personal'],
  }),
  'case.act': inCity({
    'county.admin': ['divisions', 'internal'],
    township: ['divisions', 'personal'],
    worker: ['assigned', 'personal'],
    village: ['assigned', 'personal'],
    provider: ['referred', 'personal'],
  }),
  'assessment.submit': inCity({
    township: ['divisions', 'sensitive'],
    worker: ['assigned', 'sensitive'],
    village: ['assigned', 'sensitive'],
  }),
  'assessment.confirm': inCity({
    township: ['divisions', 'sensitive'],
    worker: ['assigned', 'sensitive'],
    village: ['assigned', 'sensitive'],
  }),
  'assessment.read': inCity({
    admin: ['city', 'internal'],
    'county.admin': ['divisions', 'internal'],
    township: ['divisions', 'personal'],
    worker: ['assigned', 'sensitive'],
    village: ['assigned', 'sensitive'],
    auditor: ['city', 'internal'],
  }),
  unmask: inCity({
    'county.admin': ['divisions', 'personal'],
    township: ['divisions', 'sensitive'],
    worker: ['assigned', 'sensitive'],
    village: ['assigned', 'personal'],
  }),
  search: inCity({
    'county.admin': ['divisions', 'internal'],
    township: ['divisions', 'internal'],
    worker: ['assigned', 'internal'],
    village: ['assigned', 'internal'],
  }),
  attachment: inCity({
    township: ['divisions', 'sensitive'],
    worker: ['assigned', 'sensitive'],
    village: ['assigned', 'sensitive'],
  }),
  'queue.read': inCity({
    admin: ['city', 'internal'],
    'county.admin': ['divisions', 'internal'],
    township: ['divisions', 'internal'],
    auditor: ['city', 'internal'],
  }),
  'task.mine': inCity({
    township: ['assigned', 'internal'],
    worker: ['assigned', 'internal'],
    village: ['assigned', 'internal'],
  }),

  'indicator.read': inCity({ admin: ['city', 'internal'], auditor: ['city', 'internal'] }),

  'notice.read': inCity({ admin: ['city', 'internal'] }),

  'province.cities': inProvince({ office: ['city', 'public'] }),
  'province.compare': inProvince({ office: ['city', 'public'] }),
  'notice.send': inProvince({ office: ['city', 'internal'] }),
} as const satisfies { readonly [action: string]: Rule }

export type Action = keyof typeof policy

/** Somebody with roles: a `Tenant`, a `Province`. */
export type Holder = { readonly member: string; readonly roles: readonly RoleGrant[] }

/** What scope is decided on. `path` is the object's [county, township, village]. */
export type Subject = {
  readonly path?: readonly string[]
  /** Members who work on it. */
  readonly assignees?: readonly string[]
  /** Providers that it was referred to. */
  readonly providers?: readonly string[]
}

const ruleOf = (action: Action): Rule => policy[action]

const covers = (holder: Holder, grant: RoleGrant, scope: Scope, subject: Subject): boolean => {
  const { path = [], assignees = [], providers = [] } = subject
  switch (scope) {
    case 'city':
      return true
    case 'divisions':
      return grant.divisions === undefined || grant.divisions.some((division) => path.includes(division))
    case 'assigned':
      return assignees.includes(holder.member)
    case 'referred':
      return grant.provider !== undefined && providers.includes(grant.provider)
  }
}

/** The grants that let the holder do this, each with its reach; only those that reach the subject, where one is given. */
export const reaches = (
  holder: Holder,
  action: Action,
  subject?: Subject,
): readonly { readonly grant: RoleGrant; readonly scope: Scope; readonly reads: Sensitivity }[] =>
  holder.roles.flatMap((grant) => {
    const { roles } = ruleOf(action)
    const reach = Object.hasOwn(roles, grant.role) ? roles[grant.role] : undefined
    if (!reach) return []
    const [scope, reads] = reach
    return subject === undefined || covers(holder, grant, scope, subject) ? [{ grant, scope, reads }] : []
  })

/** Whether any of the holder's roles may do this at all: if not, the answer is 403. */
export const permits = (holder: Holder, action: Action): boolean => reaches(holder, action).length > 0

/** Whether the holder's roles reach this subject: if not, the answer is 404, as if it were not there. */
export const inScope = (holder: Holder, action: Action, subject: Subject): boolean =>
  reaches(holder, action, subject).length > 0

/** The highest sensitivity that the holder sees unmasked; undefined = nothing at all. */
export const readable = (holder: Holder, action: Action, subject?: Subject): Sensitivity | undefined =>
  reaches(holder, action, subject)
    .map(({ reads }) => reads)
    .sort((a, b) => sensitivities.indexOf(b) - sensitivities.indexOf(a))[0]

/**
 * Whether a value of this sensitivity is masked for the holder. Give the subject where there is one: a role that
 * reads more elsewhere does not read more here.
 */
export const maskFor = (
  holder: Holder,
  sensitivity: Sensitivity,
  action: Action = 'household.read',
  subject?: Subject,
): boolean => {
  const limit = readable(holder, action, subject)
  return limit === undefined || sensitivities.indexOf(sensitivity) > sensitivities.indexOf(limit)
}

/** The divisions that bound a holder's lists, or `all` where one grant reaches the whole city. */
export const divisionsOf = (holder: Holder, action: Action): 'all' | readonly string[] => {
  const found = reaches(holder, action).filter(({ scope }) => scope === 'city' || scope === 'divisions')
  if (found.some(({ grant, scope }) => scope === 'city' || grant.divisions === undefined)) return 'all'
  return [...new Set(found.flatMap(({ grant }) => grant.divisions ?? []))]
}
