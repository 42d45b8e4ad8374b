import { describe, expect, test } from 'vitest'
import { eligible, meets, objects } from '../../../forms/catalogue/index.ts'
import { packOf } from '../packs/disk.ts'

const chizhou = objects.parse(packOf('341700-care').documents['objects'])
const ask = (householdClass: string, ...traits: string[]) => eligible(chizhou, { householdClass, traits })

describe('eligible (S2 三（一）)', () => {
  test('a 低保边缘 household: a healthy adult is refused, a seriously ill member accepted', () => {
    const refused = ask('marginal')
    expect(refused.eligible).toBe(false)
    expect(refused.because).toContain('重病患者')
    expect(ask('marginal', 'seriously-ill')).toMatchObject({ eligible: true, objectClass: 'near-poor' })
  })

  test.each(['marginal', 'monitored', 'expenditure'])('%s asks for one of four traits', (household) => {
    for (const trait of ['disabled-elder', 'semi-disabled-elder', 'seriously-ill', 'severely-disabled'])
      expect(ask(household, trait).eligible, trait).toBe(true)
    for (const trait of ['elder', 'minor', 'disabled', 'living-alone'])
      expect(ask(household, trait).eligible, trait).toBe(false)
  })

  test.each([
    ['dibao', 'dibao'],
    ['tekun', 'tekun'],
    ['orphan', 'child'],
    ['unsupported-child', 'child'],
  ])('%s needs no trait', (household, objectClass) => {
    expect(ask(household)).toMatchObject({ eligible: true, objectClass })
  })

  test('a trait without a household class is not enough', () => {
    expect(ask('other', 'seriously-ill', 'severely-disabled').eligible).toBe(false)
    expect(ask('', 'seriously-ill').eligible).toBe(false)
    expect(ask('__proto__', 'constructor').eligible).toBe(false)
  })

  test('says why in a sentence', () => {
    expect(ask('marginal', 'seriously-ill').because).toMatch(/^低保边缘家庭，且为重病患者，属于“.+”。$/)
    expect(ask('other').because).toBe('“其他”不在服务对象范围内。')
  })

  test('a condition asks for all of `all` and one of `any`', () => {
    const rule = { all: ['cannot-self-care', 'unattended'], any: ['elder', 'minor'] }
    const person = (...traits: string[]) => ({ householdClass: 'dibao', traits })
    expect(meets(rule, person('cannot-self-care', 'unattended', 'elder'))).toBe(true)
    expect(meets(rule, person('cannot-self-care', 'elder'))).toBe(false)
    expect(meets(rule, person('cannot-self-care', 'unattended'))).toBe(false)
  })
})
