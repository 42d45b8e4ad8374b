import { describe, expect, test } from 'vitest'
import { cloudFunctions, type FunctionName } from '../../../../infra/aws/functions.ts'
import { deadLetterName, functionName, type JobName } from '../../../../infra/aws/names.ts'
import {
  type RoleName,
  type RolesOfFunction,
  roles,
  rolesOf,
  trustOf,
} from '../../../../infra/rights/roles.ts'
import { stages } from '../../../../infra/stages.ts'
import { partsOf, resourcesOf } from '../synthesised.ts'
import { statementsOf, textOf } from '../walk.ts'

/** `RollupCity` -> `rollup-city`. */
const nameOf = (id: string): string => id.replace(/(?<!^)[A-Z]/g, (letter) => `-${letter}`).toLowerCase()
const lists = <T extends { readonly Action: readonly string[] }>(statements: readonly T[]) =>
  statements.map((statement) => ({ Condition: {}, more: [], ...statement }))

describe.each(stages)('the rights of $name', (stage) => {
  const ground = {
    table: '<data:TableCD117FA1.Arn>',
    tableKey: '<data:TableKeyF581D96F.Arn>',
    masterKey: '<data:MasterKey0175C9E2.Arn>',
    archive: '<data:ArchiveDA4CB258.Arn>',
    region: stage.region,
  }
  const iam = partsOf(stage).flatMap((part) =>
    resourcesOf(stage, part, 'AWS::IAM::Role').map((role) => ({
      ...role,
      part,
      name: nameOf(role.at.split('/').slice(-1)[0] ?? ''),
      statements: statementsOf(stage, part, role),
    })),
  )
  const sessions = iam.filter(({ Properties }) => Properties.Policies !== undefined)
  const own = iam.filter(({ Properties }) => Properties.Policies === undefined)
  const arnOf = (name: FunctionName) => {
    const [role] = own.filter(({ at }) => at.toLowerCase().includes(`/${name}function/`))
    return `<${role?.part}:${role?.id}.Arn>`
  }
  const taken = (name: FunctionName): readonly RoleName[] => [
    ...new Set(Object.values((rolesOf as Readonly<Record<string, RolesOfFunction>>)[name] ?? {})),
  ]
  const here = (Object.keys(cloudFunctions) as FunctionName[]).filter((name) =>
    partsOf(stage).some((part) =>
      resourcesOf(stage, part, 'AWS::Lambda::Function').some(
        ({ Properties }) => Properties.FunctionName === functionName(stage, name),
      ),
    ),
  )

  test('there is every role of infra/rights, once, and no other', () => {
    expect(sessions.map(({ name }) => name).sort()).toEqual(Object.keys(roles).sort())
  })

  test.each(sessions)('$name may what infra/rights says, word for word', ({ name, statements }) => {
    const may = statements.filter(({ kind }) => kind === 'rights').map(({ statement }) => statement)
    expect(may).toEqual(lists(roles[name as RoleName].statements(ground)))
  })

  test.each(sessions)('$name is trusted to exactly those who take it', ({ name, statements }) => {
    const trust = statements.filter(({ kind }) => kind === 'trust').map(({ statement }) => statement)
    const who =
      name === 'operator' || name === 'archivist'
        ? stage[`${name}s`].map((role) => `arn:<AWS::Partition>:iam::<AWS::AccountId>:role/${role}`)
        : here.filter((one) => taken(one).includes(name as RoleName)).map(arnOf)
    expect(who.length).toBeGreaterThan(0)
    expect(trust).toMatchObject([{ Effect: 'Allow', ...trustOf(name as RoleName), Principal: { AWS: who } }])
    expect(Object.keys(trust[0]?.Condition ?? {})).toEqual(Object.keys(trustOf(name as RoleName).Condition))
  })

  test('what a role opens by a tag, its trust asks for', () => {
    for (const { name, statements } of sessions) {
      const named = JSON.stringify(statements.filter(({ kind }) => kind === 'rights')).matchAll(
        /\$\{aws:PrincipalTag\/(\w+)\}/g,
      )
      for (const [, tag] of named) expect(roles[name as RoleName].tags, name).toContain(tag)
    }
  })

  test.each(here)('the function %s may take its roles, write its own log, and no more', (name) => {
    const part = own.find(({ at }) => at.toLowerCase().includes(`/${name}function/`))?.part ?? ''
    const policies = resourcesOf(stage, part, 'AWS::IAM::Policy').filter(({ at }) =>
      at.toLowerCase().includes(`/${name}function/`),
    )
    const may = policies
      .flatMap((policy) => statementsOf(stage, part, policy))
      .map((found) => found.statement)
    const takes = may.filter(({ Action }) => Action.some((action) => action.startsWith('sts:')))
    const roleOf = (role: string) => sessions.find((session) => session.name === role)
    expect(takes.flatMap(({ Resource }) => Resource).sort()).toEqual(
      taken(name)
        .map((role) => `<${part}:${roleOf(role)?.id}.Arn>`)
        .sort(),
    )
    const [log] = resourcesOf(stage, part, 'AWS::Logs::LogGroup').filter(
      ({ Properties }) => Properties.LogGroupName === `/aws/lambda/${functionName(stage, name)}`,
    )
    const others = may.filter((statement) => !takes.includes(statement))
    expect(others.filter(({ Action }) => Action.some((action) => action.startsWith('logs:')))).toMatchObject([
      { Action: ['logs:CreateLogStream', 'logs:PutLogEvents'], Resource: [`<${part}:${log?.id}.Arn>`] },
    ])
    const isJob = ['rollup', 'courier', 'months', 'exports'].includes(name)
    const rest = others.flatMap(({ Action }) => Action).filter((action) => !/^(logs|sqs):/.test(action))
    if (name === 'rollup' || name === 'courier')
      expect(rest.filter((action) => !/^(dynamodb:(Get|Desc|List)\w+|kms:De\w+)$/.test(action))).toEqual([])
    else expect(rest).toEqual([])
    const [dead] = resourcesOf(stage, part, 'AWS::SQS::Queue').filter(
      ({ Properties }) => isJob && Properties.QueueName === deadLetterName(stage, name as JobName),
    )
    const laying = ['sqs:SendMessage', 'sqs:GetQueueAttributes', 'sqs:GetQueueUrl']
    expect(others.filter(({ Action }) => Action.some((action) => action.startsWith('sqs:')))).toMatchObject(
      isJob ? [{ Action: laying, Resource: [`<${part}:${dead?.id}.Arn>`] }] : [],
    )
  })

  test('a function is told the roles that it may take', () => {
    for (const part of partsOf(stage))
      for (const { Properties } of resourcesOf(stage, part, 'AWS::Lambda::Function')) {
        const name = String(Properties.FunctionName).replace(functionName(stage, '' as FunctionName), '')
        const told = Object.entries(Properties.Environment.Variables as Readonly<Record<string, unknown>>)
          .filter(([key]) => key.endsWith('_ROLE'))
          .map(([key, value]) => [key, textOf(stage, part, value)])
        const asked = Object.entries((rolesOf as Readonly<Record<string, RolesOfFunction>>)[name] ?? {}).map(
          ([owner, role]) => [
            `YIHU_${owner.toUpperCase()}_ROLE`,
            `<${part}:${sessions.find((session) => session.name === role)?.id}.Arn>`,
          ],
        )
        expect(told, name).toEqual(asked)
      }
  })

  test('no policy of the platform is borrowed, and no user or group is made', () => {
    for (const part of partsOf(stage))
      for (const { Type, Properties, at } of resourcesOf(stage, part)) {
        expect(Properties?.ManagedPolicyArns, at).toBeUndefined()
        if (Type.startsWith('AWS::IAM::')) expect(Type, at).toMatch(/::(Role|Policy)$/)
      }
  })
})
