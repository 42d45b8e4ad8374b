import { actions, dataKeys, index, rows, throughTable } from './rows.ts'
import type { Ground, Statement, Trust } from './statement.ts'

/** What a session is tagged with: exactly these, each with one value of this form (`?` is any one sign). */
const forms = { city: '??????', province: '??????', member: '?'.repeat(64) } as const
export type Tag = keyof typeof forms

/** Where in the archive the monthly copies of the table lie. A tenant's own archives lie under `T/<city>/`. */
export const exportsPrefix = 'exports/'

type Role = {
  readonly tags: readonly Tag[]
  readonly statements: (ground: Ground) => readonly Statement[]
}

/** The begin of an owner's partitions, whoever the session is tagged with. */
const own = (letter: string, tag: Tag): string => `${letter}#\${aws:PrincipalTag/${tag}}#`
const city = own('T', 'city')
const province = own('P', 'province')
const member = own('U', 'member')
const library = own('L', 'province')

/** A message is never changed and never taken away. */
const carries = [...actions.read, 'dynamodb:PutItem']

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
   * People who open, export, close and restore a tenant. The one role that may scan, because a city's rows have no
   * common partition; no function can take it. Writing it stays under the city and the province of its tags.
   */
  operator: {
    tags: ['city', 'province'],
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
        [`${city}*`, ...['TENANT', 'CITY', 'MONTH#*', 'KEY', 'MEMBER'].map((part) => province + part)],
      ),
      dataKeys(ground, 'city', ['kms:GenerateDataKeyWithoutPlaintext', 'kms:Decrypt', 'kms:Encrypt']),
      dataKeys(ground, 'province', ['kms:GenerateDataKeyWithoutPlaintext', 'kms:Decrypt', 'kms:Encrypt']),
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

/** What the trust of a role asks beside who takes it: its tags, each once, in their form, and no other. */
export const trustOf = (name: RoleName): Trust => {
  const { tags }: Role = roles[name]
  if (tags.length === 0) return { Action: ['sts:AssumeRole'], Condition: {} }
  const asked = (value: (tag: Tag) => string) =>
    Object.fromEntries(tags.map((tag) => [`aws:RequestTag/${tag}`, value(tag)]))
  return {
    Action: ['sts:AssumeRole', 'sts:TagSession'],
    Condition: {
      StringLike: asked((tag) => forms[tag]),
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
