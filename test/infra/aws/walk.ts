import type { Condition } from '../../../infra/rights/statement.ts'
import type { Stage } from '../../../infra/stages.ts'
import { type Placed, partsOf, resourcesOf, templateOf } from './synthesised.ts'

/** A statement of a template in one form: lists where one or many may stand, ARNs as `<data:TableCD117FA1.Arn>`. */
export type Said = {
  readonly Sid?: string
  readonly Effect: string
  readonly Action: readonly string[]
  readonly Resource: readonly string[]
  readonly Principal?: Readonly<Record<string, readonly string[]>>
  readonly Condition: Readonly<Record<string, Condition>>
  /** Whatever else it says: `NotAction` and its like. */
  readonly more: readonly string[]
}

/** Where a statement stands, and whether it says what somebody may, who may take a role, or who may come to a thing. */
export type Found = {
  /** `jobs/Access/RollupFunction/DefaultPolicy/Resource`. */
  readonly at: string
  readonly kind: 'rights' | 'trust' | 'door'
  readonly statement: Said
}

// biome-ignore lint/suspicious/noExplicitAny: a template is of any shape
type Any = any

/** What a value of a template comes to, with names in angle brackets for what only the cloud knows. */
export const textOf = (stage: Stage, part: string, value: Any): string => {
  if (typeof value === 'string' || typeof value === 'number') return String(value)
  if (value?.Ref) return String(value.Ref).startsWith('AWS::') ? `<${value.Ref}>` : `<${part}:${value.Ref}>`
  if (value?.['Fn::GetAtt']) return `<${part}:${value['Fn::GetAtt'].join('.')}>`
  if (value?.['Fn::Join']) {
    const [between, parts] = value['Fn::Join']
    return parts.map((each: Any) => textOf(stage, part, each)).join(between)
  }
  if (value?.['Fn::ImportValue']) {
    for (const from of partsOf(stage))
      for (const output of Object.values(templateOf(stage, from).Outputs ?? {}) as Any[])
        if (output.Export?.Name === value['Fn::ImportValue']) return textOf(stage, from, output.Value)
  }
  throw new Error(`${JSON.stringify(value)} in ${part} cannot be read`)
}

/** One or many -> many. */
const list = (value: Any): readonly Any[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value]

const saidIn = (stage: Stage, part: string, raw: Any): Said => {
  const text = (value: Any) => textOf(stage, part, value)
  const { Sid, Effect, Action, Resource, Principal, Condition = {}, ...more } = raw
  const condition = Object.entries(Condition as Record<string, Record<string, Any>>).map(
    ([operator, keys]) => [
      operator,
      Object.fromEntries(
        Object.entries(keys).map(([key, value]) => [
          key,
          Array.isArray(value) ? value.map(text) : text(value),
        ]),
      ),
    ],
  )
  const principal =
    typeof Principal === 'string'
      ? { AWS: [Principal] }
      : Principal &&
        Object.fromEntries(Object.entries(Principal).map(([kind, who]) => [kind, list(who).map(text)]))
  return {
    ...(Sid !== undefined && { Sid }),
    Effect,
    Action: list(Action),
    Resource: list(Resource).map(text),
    ...(principal && { Principal: principal }),
    Condition: Object.fromEntries(condition),
    more: Object.keys(more),
  }
}

/** Every `Statement` anywhere below a value, with the name of the property that it hangs on. */
const documentsIn = (value: Any, under = ''): readonly { under: string; Statement: Any }[] => {
  if (value === null || typeof value !== 'object') return []
  const here = !Array.isArray(value) && 'Statement' in value ? [{ under, Statement: value.Statement }] : []
  return [
    ...here,
    ...Object.entries(value).flatMap(([key, inner]) =>
      key === 'Statement' ? [] : documentsIn(inner, Array.isArray(value) ? under : key),
    ),
  ]
}

const kindOf = ({ Type }: Placed, under: string): Found['kind'] => {
  if (under === 'AssumeRolePolicyDocument') return 'trust'
  return /^AWS::IAM::/.test(Type) ? 'rights' : 'door'
}

/** Every statement of a resource, whatever its type: a policy that is not looked for is found as well. */
export const statementsOf = (stage: Stage, part: string, resource: Placed): readonly Found[] =>
  documentsIn(resource.Properties).flatMap(({ under, Statement }) =>
    list(Statement).map((raw) => ({
      at: `${part}/${resource.at}`,
      kind: kindOf(resource, under),
      statement: saidIn(stage, part, raw),
    })),
  )

/** Every statement of every template of a stage. */
export const everyStatement = (stage: Stage): readonly Found[] =>
  partsOf(stage).flatMap((part) =>
    resourcesOf(stage, part).flatMap((resource) => statementsOf(stage, part, resource)),
  )
