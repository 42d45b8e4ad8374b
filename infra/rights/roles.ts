import { actions, dataKeys, index, rows, throughTable } from './rows.ts'
import type { Ground, Statement, Trust } from './statement.ts'

/** What a session is tagged with: exactly these, each with one value of this form (`?` is any one sign). */
const forms = { city: '??????', province: '??????', member: '?'.repeat(64) } as const
export type Tag = keyof typeof forms

/** Where in the archive the monthly copies of the table lie. A tenant's own archives lie under `T/<city>/`. */
export const exportsPrefix = 'exports/'

/** A tag that opens nothing: by it the trust sees that a city lies in the province beside it. */
type Beside = 'area'

type Role = {
  readonly tags: readonly Tag[]
  /** Whether its tags must be of one area: a city and the province that it lies in. */
  readonly isOfOneArea?: boolean
  readonly statements: (ground: Ground) => readonly Statement[]
}

/** The begin of an owner's partitions, whoever the session is tagged with. */
const own = (letter: string, tag: Tag): string => `${letter}#\${aws:PrincipalTag/${tag}}#`
const city = own('T', 'city')
const province = own('P', 'province')
const member = own('U', 'member')
const library = own('L', 'province')

/** Makes, opens and takes in data keys of the session's own city or province. */
const keeping = (ground: Ground): readonly Statement[] => {
  const uses = ['kms:GenerateDataKeyWithoutPlaintext', 'kms:Decrypt', 'kms:Encrypt']
  return [dataKeys(ground, 'city', uses), dataKeys(ground, 'province', uses)]
}

const named = (owner: string, ...parts: readonly string[]): readonly string[] =>
  parts.map((part) => owner + part)

/** A message is never changed and never taken away. */
const carries = [...actions.read, 'dynamodb:PutItem']
/** What is opened was not there. Nothing is removed; a registry's row may be changed. */
const opens = [...carries, 'dynamodb:UpdateItem', 'dynamodb:ConditionCheckItem']

/**
 * Every role through which rows are reached, and nothing else reaches them. The functions' own roles can do no more
 * than take these, each with the tags named, so that a request that forgets whom it serves is denied by the service.
 */
export const roles = {
  /**
   * The daily work and the configuration of one city. Templates of offices are read by all. Its wrapped keys are opened
   * and never written: who loses them, or puts older ones in their place, has lost every household of the city.
   */
  tenant: {
    tags: ['city'],
    statements: (ground) => [
      rows('OwnRows', [ground.table], actions.both, [`${city}*`], [`${city}KEY`]),
      rows('OwnKeys', [ground.table], ['dynamodb:GetItem'], [`${city}KEY`]),
      rows('OwnIndex', [index(ground)], ['dynamodb:Query'], [`${city}*`]),
      rows('Library', [ground.table], actions.read, ['L#*']),
      dataKeys(ground, 'city'),
      throughTable(ground),
    ],
  },
  /** A province's office: reads what cities disclosed to it, writes the templates that it offers, and sends messages. */
  province: {
    tags: ['province'],
    statements: (ground) => [
      rows('Disclosed', [ground.table], actions.read, [`${province}*`]),
      rows('OwnLibrary', [ground.table], actions.both, [`${library}*`]),
      rows('Outbox', [ground.table], ['dynamodb:PutItem'], [`${province}MAIL`]),
      dataKeys(ground, 'province'),
      throughTable(ground),
    ],
  },
  /** One person's own list of places. */
  member: {
    tags: ['member'],
    statements: (ground) => [
      rows('OwnPlaces', [ground.table], actions.read, [`${member}*`]),
      throughTable(ground),
    ],
  },
  /** The rollup reads of a city what may be disclosed and who is a member: no household, and no key to one. */
  'rollup-city': {
    tags: ['city'],
    statements: (ground) => [
      rows('Disclosable', [ground.table], actions.read, [
        ...['CONFIG', 'RELEASE', 'BLOB#*', 'MEMBER', 'COUNT'].map((part) => city + part),
      ]),
      throughTable(ground),
    ],
  },
  /** The rollup writes a province's disclosed rows, and reads its members and its list of tenants. */
  'rollup-province': {
    tags: ['province'],
    statements: (ground) => [
      rows('Disclosed', [ground.table], actions.both, [`${province}CITY`, `${province}MONTH#*`]),
      rows('Known', [ground.table], actions.read, [`${province}MEMBER`, `${province}TENANT`]),
      throughTable(ground),
    ],
  },
  /** The rollup keeps one person's list of places. */
  'rollup-member': {
    tags: ['member'],
    statements: (ground) => [
      rows('Places', [ground.table], actions.both, [`${member}ME`]),
      throughTable(ground),
    ],
  },
  /** The courier takes messages out of one tenant's box and puts them into another's, if the registry knows both. */
  'courier-city': {
    tags: ['city'],
    statements: (ground) => [rows('Box', [ground.table], carries, [`${city}MAIL`]), throughTable(ground)],
  },
  'courier-province': {
    tags: ['province'],
    statements: (ground) => [
      rows('Box', [ground.table], carries, [`${province}MAIL`]),
      rows('Known', [ground.table], actions.read, [`${province}TENANT`]),
      throughTable(ground),
    ],
  },
  /**
   * People who open a city or an office. They make its keys and its first member, and lay down the draft that it begins
   * with: they reach no household, take nothing away and read through no table. No function can take it.
   */
  operator: {
    tags: ['city', 'province'],
    isOfOneArea: true,
    statements: (ground) => [
      rows('Opening', [ground.table], opens, [
        ...named(city, 'KEY', 'CONFIG', 'MEMBER', 'INVITATION', 'BLOB#*', 'AUDIT#*'),
        ...named(province, 'TENANT', 'MEMBER', 'KEY'),
      ]),
      ...keeping(ground),
      throughTable(ground),
    ],
  },
  /**
   * People who export, close and restore a city: others than those who open them, where a stage holds data. The one role
   * that may scan, because a city's rows have no common partition, and a scan shows the rows of every city: no policy can
   * narrow it. What they hold is sealed under keys that this session does not open. Writing stays under the city and
   * the province of its tags. Whether somebody has shown a second factor is not known to a role that is taken from
   * another; the role that people sign in with (`archivists` of a stage) has to ask for it.
   */
  archivist: {
    tags: ['city', 'province'],
    isOfOneArea: true,
    statements: (ground) => [
      {
        Sid: 'FindRows',
        Effect: 'Allow',
        Action: ['dynamodb:Scan', 'dynamodb:DescribeContinuousBackups'],
        Resource: [ground.table],
      },
      rows(
        'Tenant',
        [ground.table],
        [...actions.both, 'dynamodb:BatchWriteItem'],
        [`${city}*`, ...named(province, 'TENANT', 'CITY', 'MONTH#*', 'KEY')],
      ),
      ...keeping(ground),
      {
        Sid: 'OwnArchives',
        Effect: 'Allow',
        Action: ['s3:PutObject', 's3:GetObject'],
        Resource: [`${ground.archive}/T/\${aws:PrincipalTag/city}/*`],
      },
      throughTable(ground),
    ],
  },
  /**
   * The month's copy of the whole table. It is made by the database itself and laid into the archive: who takes this
   * role can start it, and can read neither a row nor the copy. It serves no single tenant and so has no tag.
   */
  export: {
    tags: [],
    statements: (ground) => [
      {
        Sid: 'StartExport',
        Effect: 'Allow',
        Action: ['dynamodb:ExportTableToPointInTime'],
        Resource: [ground.table],
      },
      {
        Sid: 'IntoArchive',
        Effect: 'Allow',
        // The export names the owner of what it lays down; the bucket has no access lists that it could change.
        Action: ['s3:PutObject', 's3:PutObjectAcl', 's3:AbortMultipartUpload'],
        Resource: [`${ground.archive}/${exportsPrefix}*`],
      },
    ],
  },
} as const satisfies Readonly<Record<string, Role>>
export type RoleName = keyof typeof roles

const area = `\${aws:RequestTag/area}`
/** Tags that hang together: `area` is the two digits with which the codes of a province and of its cities begin. */
const ofOneArea: Readonly<Partial<Record<Tag | Beside, string>>> = {
  city: `${area}????`,
  province: `${area}0000`,
  area: '??',
}

/** The tags that a session of a role is asked with: those that open something, and those by which they hang together. */
export const askedTags = (name: RoleName): readonly (Tag | Beside)[] => {
  const { tags, isOfOneArea = false }: Role = roles[name]
  return isOfOneArea ? [...tags, 'area'] : tags
}

/** What the trust of a role asks beside who takes it: its tags, each once, in their form, and no other. */
export const trustOf = (name: RoleName): Trust => {
  const { isOfOneArea = false }: Role = roles[name]
  const tags = askedTags(name)
  if (tags.length === 0) return { Action: ['sts:AssumeRole'], Condition: {} }
  const wanted: Readonly<Partial<Record<Tag | Beside, string>>> = isOfOneArea ? ofOneArea : forms
  const asked = (value: (tag: Tag | Beside) => string) =>
    Object.fromEntries(tags.map((tag) => [`aws:RequestTag/${tag}`, value(tag)]))
  return {
    Action: ['sts:AssumeRole', 'sts:TagSession'],
    Condition: {
      StringLike: asked((tag) => wanted[tag] ?? ''),
      'ForAllValues:StringEquals': { 'aws:TagKeys': tags },
      Null: asked(() => 'false'),
    },
  }
}

/**
 * Which role a function takes for the rows of a city, of a province, of a person, or to export all. Absent: it has no
 * way there.
 */
export type RolesOfFunction = { readonly [owner in Tag | 'export']?: RoleName }

export const rolesOf = {
  city: { city: 'tenant', member: 'member' },
  studio: { city: 'tenant' },
  changes: { city: 'tenant' },
  province: { province: 'province' },
  rollup: { city: 'rollup-city', province: 'rollup-province', member: 'rollup-member' },
  courier: { city: 'courier-city', province: 'courier-province' },
  months: { city: 'rollup-city', province: 'rollup-province' },
  exports: { export: 'export' },
} as const satisfies Readonly<Record<string, RolesOfFunction>>
