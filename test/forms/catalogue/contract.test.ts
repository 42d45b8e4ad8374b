import { describe, expect, it } from 'vitest'
import { contract, renewal } from '../../../forms/catalogue/index.ts'

const three = contract.parse({ cycleYears: 3, termYears: 1, total: null })
const words = (...evaluations: ('pass' | 'fail' | null)[]) => {
  const answer = renewal(three, evaluations)
  return answer.renewable || answer.because
}

describe('signing a contract again', () => {
  it('needs a passed evaluation, and room in the cycle', () => {
    expect(words('pass')).toBe(true)
    expect(words('pass', 'pass')).toBe(true)
    expect(words('pass', 'pass', 'pass')).toContain('3 年周期已满')
  })

  it('says why not', () => {
    expect(words()).toContain('尚未签订')
    expect(words('pass', null)).toContain('尚未完成')
    expect(words('fail')).toContain('不予续签')
    expect(words('fail', 'pass')).toContain('不予续签')
  })

  it.each([
    [{ cycleYears: 0 }],
    [{ termYears: 1.5 }],
    [{ onDutyWorkdays: 0 }],
    [{ total: -1 }],
    [{ total: 0.5 }],
    [{ price: 1 }],
  ])('refuses %j', (more) => {
    expect(contract.safeParse({ ...three, ...more }).success).toBe(false)
  })
})
