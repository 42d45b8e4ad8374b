import { ulid } from 'ulid'
import * as z from 'zod'
import { oldPerson } from '../functions/casework/people.ts'
import type { Home } from './city.ts'

/** Bodies that pass the schema of a route, for what is decided behind it. By `<method> <path>`. */
export const validBodies = (home: Home, member: string): { readonly [route: string]: unknown } => ({
  'POST /api/cities/:city/households': oldPerson(),
  'PATCH /api/cities/:city/households/:household': { address: '演示路 1 号' },
  'POST /api/cities/:city/households/:household/cases': {
    id: ulid(),
    programme: 'material-and-service',
    persons: [home.person],
    source: 'window',
  },
  'PATCH /api/cities/:city/cases/:case': { action: 'start', household: home.household },
  'POST /api/cities/:city/households/:household/assessments': {
    id: ulid(),
    case: home.case,
    form: 'visit',
    release: 1,
    answers: {},
    investigators: [member],
    startedAt: '2026-11-23T00:00:00Z',
    finishedAt: '2026-11-23T00:30:00Z',
  },
  'POST /api/cities/:city/households/:household/assessments/:assessment/confirm': {},
  'POST /api/cities/:city/households/:household/unmask': {
    path: `people.${home.person}.idNumber`,
    reason: '核对身份证件，入户核实。',
  },
  'POST /api/cities/:city/households/:household/attachments': {
    id: ulid(),
    sha256: 'a'.repeat(64),
    bytes: 1000,
    type: 'image/jpeg',
  },
  'POST /api/provinces/:province/notices': { id: ulid(), to: ['341700'], title: '通知', text: '请查收。' },
})

type Schema = {
  readonly type?: string
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean | Schema
  readonly items?: Schema
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
}

export const schemaOf = (schema: z.ZodType): Schema =>
  z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema

/** Every place in a schema where an object takes keys that nobody named. */
export const looseObjects = (schema: Schema, at = ''): string[] => [
  ...((schema.type === 'object' || schema.properties) && schema.additionalProperties !== false
    ? [at || '(root)']
    : []),
  ...Object.entries(schema.properties ?? {}).flatMap(([name, inner]) => looseObjects(inner, `${at}.${name}`)),
  ...(schema.items ? looseObjects(schema.items, `${at}[]`) : []),
  ...[schema.anyOf, schema.oneOf, schema.allOf].flatMap((list) =>
    (list ?? []).flatMap((inner) => looseObjects(inner, at)),
  ),
]

/** A value of a schema's shape, with `text` wherever a string may stand. */
export const shaped = (schema: Schema, text: string): unknown => {
  const option = schema.anyOf?.[0] ?? schema.oneOf?.[0]
  if (option) return shaped(option, text)
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[0]
  if (schema.properties)
    return Object.fromEntries(
      Object.entries(schema.properties).map(([name, inner]) => [name, shaped(inner, text)]),
    )
  if (schema.type === 'array') return [shaped(schema.items ?? {}, text)]
  if (schema.type === 'integer' || schema.type === 'number') return 1
  if (schema.type === 'boolean') return true
  return schema.type === 'object' ? {} : text
}
