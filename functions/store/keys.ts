import type { Key } from './write.ts'

/** Relative keys of DESIGN 4.1, one function an item kind that is written; the store puts the tenant before `pk`. */

const sixDigits = (n: number): string => String(n).padStart(6, '0')
/** `2026-11-21` or a whole instant → `202611`. */
export const monthOf = (date: string): string => date.slice(0, 4) + date.slice(5, 7)

export const headKey: Key = ['CONFIG', 'HEAD']
export const workKey: Key = ['CONFIG', 'WORK']
/** What the city is called until a release says so itself. */
export const cityKey: Key = ['CONFIG', 'CITY']
export const releaseKey = (n: number): Key => ['RELEASE', sixDigits(n)]
export const blobKey = (sha: string): Key => [`BLOB#${sha}`, '#']

export const memberKey = (member: string): Key => ['MEMBER', `M#${member}`]
/** Changes with every change of who administers, so that two of them cannot remove each other at once. */
export const adminsKey: Key = ['MEMBER', 'ADMINS']
/** `id` is the hash of the secret that the link carries; the secret itself is nowhere. */
export const invitationKey = (id: string): Key => ['INVITATION', `I#${id}`]
export const providerKey = (id: string): Key => ['PROVIDER', id]

export const householdPk = (id: string): string => `HH#${id}`
export const householdKey = (id: string): Key => [householdPk(id), '#']
export const personKey = (household: string, id: string): Key => [householdPk(household), `P#${id}`]
export const idNumberKey = (blind: string): Key => [`ID#${blind}`, '#']
export const caseKey = (household: string, id: string): Key => [householdPk(household), `C#${id}`]
/** Where a case lies, for whoever knows its id alone. */
export const caseWayKey = (id: string): Key => [`CASE#${id}`, '#']
export const taskKey = (household: string, id: string): Key => [householdPk(household), `TASK#${id}`]
export const assessmentKey = (household: string, id: string): Key => [householdPk(household), `A#${id}`]

export const sequenceKey = (name: string): Key => [`SEQ#${name}`, '#']
/** Counters of a township's households; with `programme`, of its cases in that programme, in a row of their own. */
export const countKey = (month: string, township: string, programme?: string): Key => [
  'COUNT',
  `COUNT#${month}#${township}${programme === undefined ? '' : `#${programme}`}`,
]
export const auditKey = (at: string, id: string): Key => [`AUDIT#${monthOf(at)}`, `${at}#${id}`]
export const onceKey = (key: string): Key => [`IDEM#${key}`, '#']

export const householdIndex = (township: string, village: string, id: string): Key => [
  `HH#${township}`,
  `${village}#${id}`,
]
export const caseIndex = (township: string, stage: string, due: string, id: string): Key => [
  `DIV#${township}`,
  `${stage}#${due}#${id}`,
]
export const taskIndex = (member: string, due: string, id: string): Key => [
  `WORKER#${member}`,
  `${due}#${id}`,
]
export const assessmentIndex = (month: string, township: string, form: string, id: string): Key => [
  `ASM#${month}#${township}`,
  `${form}#${id}`,
]

/** A province's registry of its cities. */
export const tenantsPk = 'TENANT'
export const tenantKey = (city: string): Key => [tenantsPk, city]

/** Messages of one tenant to others, and of others to it. `from` tells who sent what bears the same id. */
export const mailPk = 'MAIL'
export const outKey = (id: string): Key => [mailPk, `OUT#${id}`]
/** What became of a message. The message itself stays as it was sent. */
export const toldKey = (id: string): Key => [mailPk, `TOLD#${id}`]
export const inKey = (id: string, from: string): Key => [mailPk, `IN#${id}#${from}`]
