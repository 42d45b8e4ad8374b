import { CfnRole, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Construct } from 'constructs'
import { type RoleName, type RolesOfFunction, roles, rolesOf, trustOf } from '../rights/roles.ts'
import type { Ground, Statement, Trust } from '../rights/statement.ts'
import type { FunctionName } from './functions.ts'

/**
 * A role of `infra/rights`, word for word. `takenBy`: ARNs of those who may take it, with the tags that `trust` asks.
 * Returns its ARN.
 */
export const sessionRole = (
  scope: Construct,
  id: string,
  {
    trust,
    statements,
    takenBy,
  }: {
    readonly trust: Trust
    readonly statements: readonly Statement[]
    readonly takenBy: readonly string[]
  },
): string => {
  const { Action, Condition } = trust
  const document = (Statement: readonly object[]) => ({ Version: '2012-10-17', Statement })
  return new CfnRole(scope, id, {
    assumeRolePolicyDocument: document([
      {
        Effect: 'Allow',
        Action,
        Principal: { AWS: takenBy },
        ...(Object.keys(Condition).length > 0 && { Condition }),
      },
    ]),
    policies: [{ policyName: 'Rights', policyDocument: document(statements) }],
    maxSessionDuration: 3600,
  }).attrArn
}

/** `rollup-city` -> `RollupCity`. */
const idOf = (name: string): string =>
  name.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase())

const takenBy = (name: FunctionName): readonly RoleName[] => {
  const taken: RolesOfFunction = name in rolesOf ? rolesOf[name as keyof typeof rolesOf] : {}
  return [...new Set(Object.values(taken))]
}

/**
 * The way of some functions to the rows: each has a role of its own that can take exactly the session roles of
 * `rolesOf` and nothing else, and those trust exactly the functions that take them.
 */
export class Access extends Construct {
  /** ARNs of the session roles that these functions take. */
  readonly sessions: { readonly [name in RoleName]?: string }
  readonly #functions = new Map<FunctionName, Role>()

  constructor(scope: Construct, id: string, names: readonly FunctionName[], ground: Ground) {
    super(scope, id)
    for (const name of names)
      this.#functions.set(
        name,
        new Role(this, `${idOf(name)}Function`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') }),
      )
    const taken = [...new Set(names.flatMap(takenBy))]
    this.sessions = Object.fromEntries(
      taken.map((role) => [
        role,
        sessionRole(this, idOf(role), {
          trust: trustOf(role),
          statements: roles[role].statements(ground),
          takenBy: names.filter((name) => takenBy(name).includes(role)).map((name) => this.of(name).roleArn),
        }),
      ]),
    )
    for (const name of names)
      for (const role of takenBy(name))
        this.of(name).addToPolicy(
          new PolicyStatement({
            sid: `Take${idOf(role)}`,
            actions: [...trustOf(role).Action],
            resources: [this.sessions[role] ?? ''],
          }),
        )
  }

  /** The role that a function itself runs under. */
  of(name: FunctionName): Role {
    const role = this.#functions.get(name)
    if (!role) throw new Error(`no access was made for the function ${name}`)
    return role
  }
}
