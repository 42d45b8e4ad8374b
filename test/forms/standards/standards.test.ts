import { describe, expect, test } from 'vitest'
import {
  checkCreditCode,
  checkIdNumber,
  creditCodeSign,
  idNumberSign,
  localDate,
  maskIdNumber,
  maskName,
  maskPhone,
  selfCareIndicators,
  selfCareLevel,
} from '#forms/standards'
import { fc } from '../../chance.ts'

describe('公民身份号码, GB 11643', () => {
  test.each(['11010519491231002X', '440524188001010014', '34052419800101001X', '513101198201130014'])(
    '%s is valid',
    (number) => {
      expect(checkIdNumber(number)).toMatchObject({ ok: true, number })
    },
  )

  test('says birth, sex and the division of first registration', () => {
    expect(checkIdNumber('11010519491231002x')).toEqual({
      ok: true,
      number: '11010519491231002X',
      birth: '1949-12-31',
      sex: 'female',
      division: '110105',
      demo: false,
    })
  })

  test('takes the 15 digits of before 1999', () => {
    expect(checkIdNumber('110105491231002')).toMatchObject({ ok: true, birth: '1949-12-31', sex: 'female' })
    expect(checkIdNumber('110105491331002')).toEqual({ ok: false, reason: 'birth' })
  })

  test('does not block a division that is abolished or a residence permit', () => {
    const digits = '81000019900101001'
    expect(checkIdNumber(digits + idNumberSign(digits))).toMatchObject({ ok: true })
  })

  test.each(['999901193802150016', '999902195511030028', '999903201206070132'])(
    '%s passes for a demo city alone',
    (number) => {
      expect(checkIdNumber(number)).toEqual({ ok: false, reason: 'demo' })
      expect(checkIdNumber(number, { demo: true })).toMatchObject({ ok: true, demo: true })
    },
  )

  test('refuses wrong signs, dates and shapes, and a birth after today', () => {
    expect(checkIdNumber('110105194912310021')).toEqual({ ok: false, reason: 'checksum' })
    expect(checkIdNumber('11010519490230002X')).toEqual({ ok: false, reason: 'birth' })
    expect(checkIdNumber('999903201206070132', { demo: true, today: '2012-06-06' })).toEqual({
      ok: false,
      reason: 'birth',
    })
    for (const wrong of [
      '',
      'x'.repeat(18),
      '１１０１０５１９４９１２３１００２X',
      1.1e17,
      null,
      ['11010519491231002X'],
      '01010519491231002X',
    ])
      expect(checkIdNumber(wrong)).toEqual({ ok: false, reason: 'shape' })
  })

  test('one changed digit never passes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 16 }), fc.integer({ min: 1, max: 9 }), (at, by) => {
        const number = '34052419800101001X'
        const digit = (Number(number[at]) + by) % 10
        expect(checkIdNumber(number.slice(0, at) + digit + number.slice(at + 1)).ok).toBe(false)
      }),
    )
  })
})

describe('统一社会信用代码, GB 32100', () => {
  test('the vectors: …Y43 is valid, the often copied …Y4Z is not', () => {
    expect(creditCodeSign('91350100M000100Y4')).toBe('3')
    expect(checkCreditCode('91350100M000100Y43')).toEqual({
      ok: true,
      code: '91350100M000100Y43',
      civil: false,
    })
    expect(checkCreditCode('91350100M000100Y4Z')).toEqual({ ok: false, reason: 'checksum' })
  })

  test('knows bodies registered by civil affairs', () => {
    const code = '52341700MJ0000000'
    expect(checkCreditCode(code + creditCodeSign(code))).toMatchObject({ ok: true, civil: true })
  })

  test('refuses signs outside the alphabet and other shapes', () => {
    for (const wrong of ['9135010OM000100Y43', '', 'x', null, 91350100, '91350100M000100Y4'])
      expect(checkCreditCode(wrong).ok).toBe(false)
  })
})

test('the local date is that of Asia/Shanghai, whatever the machine thinks', () => {
  expect(localDate('2026-11-21T15:59:59.999Z')).toBe('2026-11-21')
  expect(localDate('2026-11-21T16:00:00Z')).toBe('2026-11-22')
  expect(localDate(new Date(Date.UTC(2026, 11, 31, 16)))).toBe('2027-01-01')
  expect(() => localDate('nothing')).toThrow(RangeError)
})

test('masks keep what one needs to tell people apart, and no more', () => {
  expect([maskName('张三'), maskName('欧阳小美'), maskName('李'), maskName('')]).toEqual([
    '张*',
    '欧***',
    '*',
    '',
  ])
  expect(maskIdNumber('34052419800101001X')).toBe('340524**********1X')
  expect(maskIdNumber('123')).toBe('***')
  expect([maskPhone('13812345678'), maskPhone('0566-2212349'), maskPhone('12')]).toEqual([
    '138****5678',
    '056****2349',
    '**',
  ])
})

describe('self-care by six indicators', () => {
  const answers = (unmet: number) =>
    Object.fromEntries(selfCareIndicators.map(({ key }, i) => [key, i >= unmet]))
  test('0 able, 1 to 3 partial, 4 to 6 unable', () => {
    expect([0, 1, 2, 3, 4, 5, 6].map((n) => selfCareLevel(answers(n))?.level)).toEqual([
      'able',
      'partial',
      'partial',
      'partial',
      'unable',
      'unable',
      'unable',
    ])
  })
  test('one that is not answered gives no level, and so does a table with a hole', () => {
    const { bathing: _, ...five } = answers(6)
    expect(selfCareLevel(five)).toBeUndefined()
    expect(selfCareLevel(answers(6), [{ from: 0, to: 3, level: 'a', label: 'a' }])).toBeUndefined()
  })
})
