import { BadTags, tagsIn } from '../../rights/asked.ts'
import { type RoleName, type RolesOfFunction, rolesOf, type Tag } from '../../rights/roles.ts'
import { isTakable } from '../../rights/session.ts'
import { Refusal } from '../table/index.ts'
import type { Caller, Callers } from './callers.ts'
import { roleArn, roleNamed } from './place.ts'

const invalid = (message: string): Refusal => new Refusal('ValidationError', message)
const denied = (message: string): Refusal => new Refusal('AccessDenied', message, {}, 403)

/** Whether the trust of a role names this caller: its own functions; of the roles of people, whoever operates the place. */
const isTrusted = (caller: Caller, role: RoleName): boolean => {
  if (caller.kind === 'operator') return role === 'operator' || role === 'archivist'
  if (caller.kind === 'session') return false
  const taken: RolesOfFunction = caller.name in rolesOf ? rolesOf[caller.name as keyof typeof rolesOf] : {}
  return Object.values(taken).includes(role)
}

const tagsOf = (form: URLSearchParams): Readonly<Record<string, string>> => {
  try {
    return tagsIn(form)
  } catch (error) {
    throw error instanceof BadTags ? invalid(error.message) : error
  }
}

const known = /^(Action|Version|RoleArn|RoleSessionName|DurationSeconds|Tags\.member\.\d+\.(Key|Value))$/

/**
 * STS of this machine: `AssumeRole` with tags, asked over the Query protocol, answered in JSON. The role's own trust
 * decides. Throws `Refusal`.
 */
export const answerSts = (callers: Callers, caller: Caller, body: string): object => {
  const form = new URLSearchParams(body)
  if (form.get('Action') !== 'AssumeRole' || form.get('Version') !== '2011-06-15')
    throw new Refusal('InvalidAction', 'Only AssumeRole is known here')
  // The real one heeds more: a policy narrows the session, an identity needs a right. What is not heeded is not taken.
  const other = [...form.keys()].find((key) => !known.test(key))
  if (other !== undefined) throw invalid(`${other} is not known here`)
  const name = form.get('RoleSessionName') ?? ''
  if (!/^[\w+=,.@-]{2,64}$/.test(name)) throw invalid('RoleSessionName is not a session name')
  const seconds = Number(form.get('DurationSeconds') ?? 3600)
  // One role taken by another lives an hour at most.
  if (!Number.isInteger(seconds) || seconds < 900 || seconds > 3600)
    throw invalid('DurationSeconds must be from 900 to 3600')
  const tags = tagsOf(form)
  const role = roleNamed(form.get('RoleArn') ?? '')
  if (!role || !isTrusted(caller, role) || !isTakable(role, tags))
    throw denied('The caller is not authorized to perform: sts:AssumeRole')

  const { credentials, until = 0 } = callers.enter(
    { kind: 'session', role, tags: tags as Partial<Record<Tag, string>> },
    seconds,
  )
  return {
    AssumeRoleResponse: {
      AssumeRoleResult: {
        AssumedRoleUser: { Arn: `${roleArn(role)}/${name}`, AssumedRoleId: `AROA:${name}` },
        Credentials: {
          AccessKeyId: credentials.accessKeyId,
          SecretAccessKey: credentials.secretAccessKey,
          SessionToken: credentials.sessionToken,
          Expiration: Math.floor(until / 1000),
        },
      },
    },
  }
}
