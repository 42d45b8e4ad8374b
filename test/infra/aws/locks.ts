import type { Found, Said } from './walk.ts'

/** The rows of an owner, and the tag that says whose they are. */
const owners: Readonly<Record<string, string>> = { T: 'city', P: 'province', U: 'member', L: 'province' }
const reading = ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query']
const onRows = [
  ...reading,
  'dynamodb:PutItem',
  'dynamodb:UpdateItem',
  'dynamodb:DeleteItem',
  'dynamodb:ConditionCheckItem',
  'dynamodb:BatchWriteItem',
]
/** What a tag must look like: by itself, or so that a city and its province are of one area. */
const forms: readonly Readonly<Record<string, string>>[] = [
  { city: '??????', province: '??????', member: '?'.repeat(64) },
  { city: `\${aws:RequestTag/area}????`, province: `\${aws:RequestTag/area}0000`, area: '??' },
]
const guarded = /^(dynamodb|s3|kms|sts|\*)(:|$)/

const all = (value: string | readonly string[] | undefined): readonly string[] =>
  value === undefined ? [] : typeof value === 'string' ? [value] : value

/** Lock 1, rows: only partitions of the owner whom the session is tagged with; whoever names none is kept out. */
const rowsFault = ({ Action, Resource, Condition }: Said): string | undefined => {
  if (!Action.every((action) => onRows.includes(action))) return 'reaches further than single rows and Query'
  if (!Resource.every((on) => /^<data:Table\w+\.Arn>(\/index\/gsi1)?$/.test(on)))
    return 'names not the table alone'
  if (Condition['Null']?.['dynamodb:LeadingKeys'] !== 'false') return 'lets in whoever names no partition'
  const partitions = all(Condition['ForAllValues:StringLike']?.['dynamodb:LeadingKeys'])
  if (partitions.length === 0) return 'names no partition'
  for (const partition of partitions) {
    if (partition === 'L#*' && Action.every((action) => reading.includes(action))) continue
    const [, letter = '', tag] = /^([TPUL])#\$\{aws:PrincipalTag\/(\w+)\}#/.exec(partition) ?? []
    if (tag === undefined || owners[letter] !== tag) return `opens ${partition} to another than its owner`
  }
  return undefined
}

/** Lock 2, keys: a data key under its owner's context alone; the table's own key by way of the table alone. */
const keysFault = ({ Action, Resource, Condition }: Said): string | undefined => {
  if (!Resource.every((on) => /^<data:(Table|Master)Key\w+\.Arn>$/.test(on))) return 'names not one key alone'
  const via = all(Condition['StringLike']?.['kms:ViaService'])
  if (via.length > 0) {
    const isTable = via.every((service) => /^dynamodb\.[a-z0-9-]+\.\*$/.test(service))
    const isReading = Action.every((action) => ['kms:Decrypt', 'kms:DescribeKey'].includes(action))
    return isTable && isReading && Resource.every((on) => on.startsWith('<data:TableKey'))
      ? undefined
      : 'opens a key by way of another service'
  }
  const [[context, owner] = [], ...more] = Object.entries(Condition['StringEquals'] ?? {})
  const tag = /^kms:EncryptionContext:(city|province)$/.exec(context ?? '')?.[1]
  if (tag === undefined || more.length > 0) return 'opens a data key without its owner’s context'
  if (owner !== `\${aws:PrincipalTag/${tag}}`) return 'opens a data key under the context of another'
  if (all(Condition['ForAllValues:StringEquals']?.['kms:EncryptionContextKeys']).join() !== tag)
    return 'opens a data key under a wider context'
  if (Condition['Null']?.['kms:EncryptionContextKeys'] !== 'false')
    return 'opens a data key without any context'
  return Action.every((action) => /^kms:(Decrypt|Encrypt|GenerateDataKeyWithoutPlaintext)$/.test(action))
    ? undefined
    : 'does more with a data key than open and wrap'
}

/** Lock 3, objects: the folder of the session's own city. */
const objectsFault = ({ Action, Resource }: Said): string | undefined => {
  if (!Action.every((action) => /^s3:(PutObject|GetObject)$/.test(action)))
    return 'does more than lay and fetch'
  const isOwn = (on: string) => /^<data:Archive\w+\.Arn>\/T\/\$\{aws:PrincipalTag\/city\}\/\*$/.test(on)
  return Resource.every(isOwn) ? undefined : 'reaches objects beyond the folder of its city'
}

/** Lock 4, sessions: a role named whole, and nobody's but a role made for sessions. */
const takingFault = ({ Action, Resource }: Said): string | undefined => {
  if (!Action.every((action) => ['sts:AssumeRole', 'sts:TagSession'].includes(action)))
    return 'asks more of STS'
  return Resource.every((on) => /^<(api|jobs):Access\w+\.Arn>$/.test(on))
    ? undefined
    : 'takes a role not named whole'
}

/** Lock 5, trust: named roles alone, and every tag once, in its form, and no other. */
const trustFault = ({ Action, Principal = {}, Condition }: Said): string | undefined => {
  const kinds = Object.keys(Principal)
  if (kinds.join() === 'Service')
    return Action.join() === 'sts:AssumeRole' && all(Principal['Service']).join() === 'lambda.amazonaws.com'
      ? undefined
      : 'trusts a service that is not the functions’ own'
  if (kinds.join() !== 'AWS') return 'trusts somebody beside roles'
  const isRole = (who: string) => /^<(api|jobs):Access\w+Function\w+\.Arn>$|:role\/[\w+=,.@-]+$/.test(who)
  if (!all(Principal['AWS']).every(isRole)) return 'trusts more than named roles'
  if (!Action.every((action) => ['sts:AssumeRole', 'sts:TagSession'].includes(action)))
    return 'asks more of STS'
  const tags = all(Condition['ForAllValues:StringEquals']?.['aws:TagKeys'])
  if (tags.length === 0) return 'gives a session without a tag'
  for (const tag of tags) {
    if (Condition['Null']?.[`aws:RequestTag/${tag}`] !== 'false') return `gives a session without ${tag}`
  }
  const form = forms[tags.includes('area') ? 1 : 0]
  for (const tag of tags)
    if (form?.[tag] === undefined || Condition['StringLike']?.[`aws:RequestTag/${tag}`] !== form[tag])
      return `takes any value for ${tag}`
  // Who reaches a city and a province reaches those that belong together.
  return tags.includes('city') && tags.includes('province') && !tags.includes('area')
    ? 'lets a city and a province be of two areas'
    : undefined
}

/** Whatever else may be come to: by services alone, and by those on behalf of one resource or of this account. */
const doorFault = ({ Principal = {}, Condition }: Said): string | undefined => {
  if (Object.keys(Principal).join() !== 'Service') return 'opens a door to more than services'
  const keys = Object.entries(Condition).flatMap(([operator, named]) =>
    /^(String|Arn)(Equals|Like)$/.test(operator) ? Object.keys(named) : [],
  )
  return keys.some((key) => /^aws:source(arn|account)$/i.test(key))
    ? undefined
    : 'opens a door to a service on behalf of anybody'
}

/** What a statement breaks of the five locks; undefined where it keeps them, or has nothing to do with them. */
export const faultOf = ({ at, kind, statement }: Found): string | undefined => {
  const { Effect, Action, more } = statement
  if (Effect !== 'Allow') return undefined
  if (more.length > 0) return `says ${more.join(', ')}, which allows whatever it does not name`
  if (kind === 'trust') return trustFault(statement)
  const touched = new Set(Action.flatMap((action) => guarded.exec(action.toLowerCase())?.[1] ?? []))
  if (touched.size === 0) return kind === 'door' ? doorFault(statement) : undefined
  if (Action.some((action) => action.includes('*'))) return 'allows actions that it does not name'
  if (kind === 'door') return 'opens a door of its own'
  if (touched.size > 1) return 'mixes services'
  const [service] = touched
  const isFunction = /Function\/DefaultPolicy/.test(at)
  if (service === 'sts') return isFunction ? takingFault(statement) : 'takes roles, and is no function'
  if (isFunction) return 'gives a function itself a right to data'
  if (service === 'dynamodb') return rowsFault(statement)
  return service === 'kms' ? keysFault(statement) : objectsFault(statement)
}
