import { describe, expect, test } from 'vitest'
import { isAllowed, UnknownCondition } from '../../../infra/rights/decide.ts'
import type { Statement } from '../../../infra/rights/statement.ts'

const variable = (name: string) => `\${${name}}`
const table = 'arn:aws-cn:dynamodb:cn-north-1:1:table/yihu'
const allowing = (Condition: Statement['Condition'], more: Partial<Statement> = {}) => [
  { Action: ['dynamodb:Query'], Resource: [table], ...(Condition && { Condition }), ...more },
]
const asked = (context: Readonly<Record<string, readonly string[]>> = {}, resource = table) => ({
  action: 'dynamodb:Query',
  resource,
  context,
})
const own = {
  'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [`T#${variable('aws:PrincipalTag/city')}#*`] },
}
const guarded = { ...own, Null: { 'dynamodb:LeadingKeys': 'false' } }
const keys = (...values: string[]) => ({
  'dynamodb:LeadingKeys': values,
  'aws:PrincipalTag/city': ['341700'],
})

describe('a policy decides as IAM does', () => {
  test('what no statement allows is denied', () => {
    expect(isAllowed([], asked())).toBe(false)
    expect(isAllowed(allowing(undefined), asked())).toBe(true)
    expect(isAllowed(allowing(undefined), asked({}, `${table}/index/gsi1`))).toBe(false)
    expect(isAllowed(allowing(undefined, { Resource: [`${table}*`] }), asked({}, `${table}/index/x`))).toBe(
      true,
    )
    expect(isAllowed(allowing(undefined, { Action: ['dynamodb:query'] }), asked())).toBe(true)
    expect(isAllowed(allowing(undefined, { Action: ['dynamodb:*'] }), asked())).toBe(true)
    expect(isAllowed(allowing(undefined, { Action: ['dynamodb:Quer'] }), asked())).toBe(false)
  })

  test('every partition must match, and the sign that ends a code ends it', () => {
    expect(isAllowed(allowing(guarded), asked(keys('T#341700#HH#1', 'T#341700#MEMBER')))).toBe(true)
    expect(isAllowed(allowing(guarded), asked(keys('T#341700#HH#1', 'T#349901#HH#1')))).toBe(false)
    expect(isAllowed(allowing(guarded), asked(keys('T#3417001#HH#1')))).toBe(false)
    expect(isAllowed(allowing(guarded), asked(keys('T#341700')))).toBe(false)
    expect(isAllowed(allowing(guarded), asked(keys(' T#341700#')))).toBe(false)
  })

  test('"for all values" is true of none, which is why Null stands beside it', () => {
    const none = asked({ 'aws:PrincipalTag/city': ['341700'] })
    expect(isAllowed(allowing(own), none)).toBe(true)
    expect(isAllowed(allowing(guarded), none)).toBe(false)
    expect(isAllowed(allowing(guarded), asked(keys()))).toBe(false)
  })

  test('an exception holds for every partition, and where its variable has no value for all', () => {
    const but = `T#${variable('aws:PrincipalTag/city')}#KEY`
    const excepting = {
      'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['T#341700#*'] },
      'ForAllValues:StringNotEquals': { 'dynamodb:LeadingKeys': [but, 'T#341700#X'] },
      Null: { 'dynamodb:LeadingKeys': 'false' },
    }
    const is = (...partitions: string[]) => isAllowed(allowing(excepting), asked(keys(...partitions)))
    expect([is('T#341700#HH#1'), is('T#341700#KEYS'), is('T#341700#HH#1', 'T#341700#Y')]).not.toContain(false)
    expect([is('T#341700#KEY'), is('T#341700#HH#1', 'T#341700#KEY'), is('T#341700#X'), is()]).not.toContain(
      true,
    )
    const nobody = asked({ 'dynamodb:LeadingKeys': ['T#341700#HH#1'] })
    expect(isAllowed(allowing(excepting), nobody)).toBe(false)
  })

  test('a variable without a value makes the statement nobody’s', () => {
    expect(isAllowed(allowing(guarded), asked({ 'dynamodb:LeadingKeys': ['T##x'] }))).toBe(false)
    expect(
      isAllowed(
        allowing(guarded),
        asked({ 'dynamodb:LeadingKeys': ['T#341700#'], 'aws:PrincipalTag/city': [] }),
      ),
    ).toBe(false)
  })

  test.each(['*', '3417*', '??????'])('the value %j of a tag is not taken for a wildcard', (city) => {
    const context = { 'dynamodb:LeadingKeys': ['T#341700#x'], 'aws:PrincipalTag/city': [city] }
    expect(() => isAllowed(allowing(guarded), asked(context))).toThrow(UnknownCondition)
  })

  test('signs of a value are taken by the letter', () => {
    const condition = { StringLike: { 'a:b': [`x${variable('a:v')}y*`] } }
    const is = (b: string) => isAllowed(allowing(condition), asked({ 'a:b': [b], 'a:v': ['.+('] }))
    expect([is('x.+(yz'), is('xaay'), is('x.+(')]).toEqual([true, false, false])
  })

  test('a plain operator asks for a value; names are the same in any case', () => {
    const condition = { StringEquals: { 'kms:EncryptionContext:city': variable('aws:principaltag/CITY') } }
    const is = (context: Record<string, string[]>) => isAllowed(allowing(condition), asked(context))
    const tag = { 'aws:PrincipalTag/city': ['341700'] }
    expect(is({ ...tag, 'KMS:EncryptionContext:City': ['341700'] })).toBe(true)
    expect(is({ ...tag, 'kms:EncryptionContext:city': ['349901'] })).toBe(false)
    expect(is(tag)).toBe(false)
    expect(() => is({ ...tag, 'kms:EncryptionContext:city': ['341700', '349901'] })).toThrow(UnknownCondition)
  })

  test.each([
    { StringNotLike: { a: 'b' } },
    { 'ForAllValues:StringNotLike': { a: 'b' } },
    { StringLikeIfExists: { a: 'b' } },
    // Of an ARN no star reaches over a colon: not the rule of texts.
    { ArnLike: { a: '*' } },
    { Bool: { a: 'b' } },
    { 'ForMostValues:StringLike': { a: 'b' } },
    { StringEquals: { a: variable("a:b, 'c'") } },
  ] as const)('%j is not guessed at', (condition) => {
    expect(() => isAllowed(allowing(condition), asked({ a: ['b'] }))).toThrow(UnknownCondition)
  })

  test('"not equal" holds for what is not there, and never against a text without a value', () => {
    const condition = { StringNotEquals: { 'k:city': variable('aws:PrincipalTag/city') } }
    const is = (context: Record<string, string[]>) => isAllowed(allowing(condition), asked(context))
    const tag = { 'aws:PrincipalTag/city': ['341700'] }
    expect([is({ ...tag, 'k:city': ['349901'] }), is(tag)]).toEqual([true, true])
    expect([is({ ...tag, 'k:city': ['341700'] }), is({ 'k:city': ['349901'] })]).toEqual([false, false])
    const any = { 'ForAnyValue:StringNotEquals': { keys: ['city', 'province'] } }
    const has = (...of: string[]) => isAllowed(allowing(any), asked({ keys: of }))
    expect([has('city'), has('city', 'province'), has()]).toEqual([false, false, false])
    expect([has('City'), has('city', 'more')]).toEqual([true, true])
  })
})
