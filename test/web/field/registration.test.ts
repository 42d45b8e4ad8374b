import { describe, expect, it } from 'vitest'
import type { Division, Objects } from '#forms/catalogue'
import { idNumberSign } from '#forms/standards'
import { divisionOf } from '../../../functions/casework/division.ts'
import { householdRequestShape } from '../../../functions/casework/household-request.ts'
import { registerable, type Known as ServerKnown } from '../../../functions/casework/people.ts'
import { Refused } from '../../../functions/problem.ts'
import type { Mistake } from '../../../web/field/entry/mistake.ts'
import {
  blankPerson,
  bornOf,
  needsGuardian,
  peopleMistakes,
  personRequest,
} from '../../../web/field/entry/persons.ts'
import { isTaken, mended, takenNumbers } from '../../../web/field/refused.ts'
import {
  blankRegistration,
  placed,
  registrationMistakes,
  registrationRequest,
} from '../../../web/field/register/household.ts'
import { groundOf } from '../../../web/field/register/places.ts'
import { headOf, type PersonEntry } from '../../../web/field/registration.ts'

const today = '2026-11-22'
const objects = {
  schema: 1,
  householdClasses: [{ key: 'tekun', label: '特困人员' }],
  traits: [{ key: 'elder', label: '老年人' }],
  classes: [{ key: 'tekun', label: '特困人员', rule: {} }],
} as Objects
const known = { today, demo: true, objects }
const server: ServerKnown = { today, demo: true, classes: new Set(['tekun']), traits: new Set(['elder']) }
const ulids = [
  '01M81GW7Z7XF54D6TTB810KKC0',
  '01M81GW7Z7XF54D6TTB810KKC1',
  '01M81GW7Z7XF54D6TTB810KKC2',
] as const
const say = (wrong: string) => wrong
const number = (birth: string, order = '001'): string => {
  const digits = `999901${birth}${order}`
  return digits + idNumberSign(digits)
}
const person = (change: Partial<PersonEntry> = {}, id: string = ulids[1]): PersonEntry => ({
  ...blankPerson(id, '户主'),
  name: '章秋实',
  ...change,
})
const old = number('19440506')

const paths = (mistakes: readonly Mistake[]) => mistakes.map(({ path }) => path)
/** Where the server finds something wrong with the same people, by its shape and then by its rules. */
const serverPaths = (people: readonly PersonEntry[]): readonly string[] => {
  const shape = householdRequestShape.shape.people.safeParse(people.map(personRequest))
  if (!shape.success)
    return shape.error.issues.map(({ path: [at, field] }) => `people[${String(at)}].${String(field)}`)
  try {
    registerable(shape.data, server)
    return []
  } catch (error) {
    return (error instanceof Refused ? (error.errors ?? []) : []).map(({ path }) => path)
  }
}

describe('the people of a household', () => {
  const child = { idNumber: number('20200601'), relation: '孙女' }
  it.each<[string, readonly PersonEntry[], readonly string[]]>([
    ['nothing wrong', [person({ idNumber: old, phone: '100 0000 4567', traits: ['elder'] })], []],
    ['no name', [person({ name: '  ' })], ['people[0].name']],
    ['a name that turns round', [person({ name: '章\u202e秋' })], ['people[0].name']],
    ['a name too long', [person({ name: '章'.repeat(51) })], ['people[0].name']],
    ['a number too short', [person({ idNumber: '123' })], ['people[0].idNumber']],
    [
      'a wrong sign',
      [person({ idNumber: `${old.slice(0, 17)}${old[17] === '1' ? '2' : '1'}` })],
      ['people[0].idNumber'],
    ],
    ['a day that never was', [person({ idNumber: number('19440231') })], ['people[0].idNumber']],
    ['a birth to come', [person({ born: '2027-01-01', guardian: '章秋实' })], ['people[0].born']],
    ['a child without guardian', [person(child)], ['people[0].guardian']],
    ['a child with guardian', [person({ ...child, guardian: '章秋实' })], []],
    ['a phone of letters', [person({ phone: 'call me' })], ['people[0].phone']],
    [
      'one number for two',
      [person({ idNumber: old }), person({ idNumber: old.toLowerCase() }, ulids[2])],
      ['people[1].idNumber'],
    ],
  ])('%s is judged here as on the server', (_, people, wrong) => {
    expect(paths(peopleMistakes(people, known, 'people', say))).toEqual(wrong)
    expect(serverPaths(people)).toEqual(wrong)
  })

  it('takes invented numbers in a city for demonstration alone, and the old fifteen digits', () => {
    const real = { ...known, demo: false }
    expect(paths(peopleMistakes([person({ idNumber: old })], real, 'join', say))).toEqual([
      'join[0].idNumber',
    ])
    expect(bornOf(person({ idNumber: '310101400506001' }), real)).toBe('1940-05-06')
  })

  it('asks for a guardian to the day', () => {
    expect(needsGuardian(person({ born: '2012-11-23' }), known)).toBe(true)
    expect(needsGuardian(person({ born: '2012-11-22' }), known)).toBe(false)
    expect(needsGuardian(person({ born: '' }), known)).toBe(false)
  })

  it('sends nothing that was left empty, and no birth date beside a number', () => {
    expect(personRequest(person({ idNumber: ` ${old} `, born: '1950-01-01', name: ' 章秋实 ' }))).toEqual({
      id: ulids[1],
      name: '章秋实',
      relation: '户主',
      traits: [],
      idNumber: old,
    })
  })
})

describe('where a household may be registered', () => {
  const tree: readonly Division[] = [
    { code: '341702', name: '贵池区', kind: 'county', parent: '341700', standard: 'GB/T 2260' },
    { code: 't1', name: '殷汇镇', kind: 'township', parent: '341702', standard: 'local' },
    { code: 't2', name: '梅村镇', kind: 'township', parent: '341702', standard: 'local' },
    { code: 'v1', name: '长青村', kind: 'village', parent: 't1', standard: 'local' },
    { code: 'v2', name: '石门村', kind: 'village', parent: 't1', standard: 'local' },
    { code: 'v3', name: '旧村', kind: 'village', parent: 't1', standard: 'local', to: '2020-01-01' },
    { code: 't3', name: '新镇', kind: 'township', parent: '341702', standard: 'local', from: '2030-01-01' },
  ]
  const codes = (list: readonly { readonly code: string }[]) => list.map(({ code }) => code)
  it.each<[readonly string[] | undefined, readonly string[], readonly string[]]>([
    [undefined, ['t1', 't2'], ['v1', 'v2']],
    [['341702'], ['t1', 't2'], ['v1', 'v2']],
    [['t1'], ['t1'], ['v1', 'v2']],
    [['v2'], ['t1'], ['v2']],
    [['t2'], ['t2'], []],
    [[], [], []],
  ])('for %j: what stands today, and the server takes each of it', (scope, townships, villages) => {
    const ground = groundOf(tree, scope, today)
    expect(codes(ground.townships)).toEqual(townships)
    expect(codes(ground.villagesOf('t1'))).toEqual(villages)
    for (const township of townships)
      for (const { code } of ground.villagesOf(township))
        expect(divisionOf(tree, township, code, today)).toEqual(['341702', township, code])
  })

  it('lets a township whose villages are not listed stand for its village, and chooses what is the only one', () => {
    const { entry } = blankRegistration('341700', [ulids[0], ulids[1]])
    expect(placed(entry, groundOf(tree, ['t2'], today))).toMatchObject({ township: 't2', village: 't2' })
    expect(placed(entry, groundOf(tree, ['v2'], today))).toMatchObject({ township: 't1', village: 'v2' })
    expect(placed(entry, groundOf(tree, undefined, today))).toMatchObject({ township: '', village: '' })
  })

  it('calls a division wrong that a draft brought along from elsewhere', () => {
    const draft = blankRegistration('341700', [ulids[0], ulids[1]])
    const ground = groundOf(tree, ['t1'], today)
    const wrong = (entry: object) =>
      paths(registrationMistakes({ ...draft.entry, ...entry }, ground, known, say))
    expect(wrong({ township: 't2', village: 't2' })).toContain('township')
    expect(wrong({ township: 't1', village: 't2' })).toContain('village')
    expect(wrong({ basis: 'consent' })).toContain('agreed')
    const whole = {
      township: 't1',
      village: 'v1',
      address: '演示路 1 号',
      people: [person()],
      basis: 'consent',
      agreed: true,
    }
    expect(wrong(whole)).toEqual([])
    const request = registrationRequest(
      { ...draft, entry: { ...draft.entry, ...whole } as never },
      '2026-1·第3版',
    )
    expect(householdRequestShape.safeParse(request).success).toBe(true)
  })
})

describe('a refusal', () => {
  const error = (path: string, code = 'x') => ({ path, code, message: path })
  const refused = {
    message: '不对',
    errors: [error('people[0].name'), error('people[1].idNumber'), error('village')],
  }
  it('loses what is mended, and ends with it', () => {
    const left = mended(refused, 'people[1].idNumber')
    expect(left?.errors.map(({ path }) => path)).toEqual(['people[0].name', 'village'])
    expect(mended(left, 'people')?.errors.map(({ path }) => path)).toEqual(['village'])
    expect(mended({ ...refused, errors: [] }, 'address')).toBeUndefined()
  })

  it('stays where the server had it before: nothing that is typed mends that', () => {
    const before = { message: '', code: 'key-reused', errors: [] }
    expect(mended(before, 'address')).toEqual(before)
    expect([isTaken(before), isTaken(refused), isTaken(undefined)]).toEqual([true, false, false])
  })

  it('says whose number is taken, or nobody’s', () => {
    const people = [person({ idNumber: old }), person({ idNumber: '2' }), person()]
    const taken = (path: string) => ({ message: '', errors: [error(path, 'id-number-taken')] })
    expect(takenNumbers(taken('people[1].idNumber'), people)).toEqual(['2'])
    expect(takenNumbers(taken('people'), people)).toEqual([old, '2'])
    expect(takenNumbers(refused, people)).toEqual([])
  })
})

it('is called by the masked name of its head', () => {
  const { entry } = blankRegistration('341700', [ulids[0], ulids[1]])
  const wife = { ...person({ name: '柳如初' }, ulids[2]), relation: '配偶' }
  expect(headOf({ ...entry, people: [wife, person()] })).toBe('章**')
  expect(headOf({ ...entry, people: [wife] })).toBe('柳**')
  expect(headOf({ ...entry, people: [] })).toBe('')
})
