import { checkIdNumber, type IdNumberCheck, maskName } from '#forms/standards'
import type { FieldError } from '../api/contract/index.ts'
import { Refused } from '../problem.ts'
import type { PersonBody } from './household.ts'
import type { HouseholdInput } from './household-request.ts'

type PersonInput = HouseholdInput['people'][number]

/** A person whose entries are checked, ready to be sealed. */
export type Registered = { readonly id: string; readonly body: PersonBody }

/** Whole years between two local dates. */
export const ageOn = (born: string, today: string): number => {
  const years = Number(today.slice(0, 4)) - Number(born.slice(0, 4))
  return today.slice(5) < born.slice(5) ? years - 1 : years
}

/** Under this age a guardian must be on file (PIPL art. 31). */
export const guardianAge = 14

const why: { readonly [reason in Extract<IdNumberCheck, { ok: false }>['reason']]: string } = {
  shape: '证件号码应为 18 位（或旧的 15 位），请核对。',
  birth: '证件号码中的出生日期不存在，请核对。',
  checksum: '证件号码的校验位不对，请逐位核对。',
  demo: '9999 开头的号码只能在演示城市使用。',
}

/** What the people are checked against: the local date and the city's own lists. */
export type Known = {
  readonly today: string
  readonly classes: ReadonlySet<string>
  readonly traits: ReadonlySet<string>
  readonly demo: boolean
}

const check = (
  person: PersonInput,
  known: Known,
  say: (field: string, code: string, message: string) => void,
) => {
  const { id, idNumber, ...rest } = person
  const read =
    idNumber === undefined ? undefined : checkIdNumber(idNumber, { today: known.today, demo: known.demo })
  if (read && !read.ok) say('idNumber', 'id-number', why[read.reason])
  const born = read?.ok ? read.birth : person.born
  if (born !== undefined && born > known.today) say('born', 'future', '出生日期在今天之后，请核对。')
  if (born !== undefined && ageOn(born, known.today) < guardianAge && person.guardian === undefined)
    say('guardian', 'guardian', `不满 ${guardianAge} 周岁的成员要填写监护人。`)
  if (person.traits.some((trait) => !known.traits.has(trait)))
    say('traits', 'unknown', '有特征不在本市的清单中，请重新选择。')
  if (person.objectClass !== undefined && !known.classes.has(person.objectClass))
    say('objectClass', 'unknown', '对象类别不在本市的清单中，请重新选择。')
  const body = {
    ...rest,
    ...(read?.ok && { idNumber: read.number }),
    ...(born !== undefined && { born }),
  }
  return { id, body }
}

/**
 * Checks the people of a household against each other, the calendar and the city's lists. Throws
 * `Refused('invalid')` that names every wrong field; `list` is what the request calls them.
 */
export const registerable = (
  people: readonly PersonInput[],
  known: Known,
  list = 'people',
): readonly Registered[] => {
  const errors: FieldError[] = []
  const ids = new Set<string>()
  const numbers = new Set<string>()
  const registered = people.map((person, at) => {
    const say = (field: string, code: string, message: string): void => {
      errors.push({ path: `${list}[${at}].${field}`, code, message })
    }
    const one = check(person, known, say)
    if (ids.has(one.id)) say('id', 'duplicate', '同一名成员登记了两次。')
    ids.add(one.id)
    const { idNumber } = one.body
    if (idNumber !== undefined && numbers.has(idNumber))
      say('idNumber', 'duplicate', '两名成员的证件号码相同，请核对。')
    if (idNumber !== undefined) numbers.add(idNumber)
    return one
  })
  if (errors.length > 0)
    throw new Refused('invalid', '家庭成员的信息有误，请按提示逐项改正后再提交。', { errors })
  return registered
}

const heads = new Set(['户主', '本人', 'head', 'self'])

/** The masked name by which lists call the household: its head's, else the first person's. */
export const headName = (people: readonly PersonInput[]): string =>
  maskName((people.find((one) => heads.has(one.relation)) ?? people[0])?.name ?? '')
