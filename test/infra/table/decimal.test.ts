import { describe, expect, it } from 'vitest'
import { addDecimals, compareDecimals, decimalSize } from '../../../infra/local/table/values/decimal.ts'
import { fc } from '../../chance.ts'

/** A number as an integer times a power of ten, and as the plain text that the wire keeps. */
const number = fc
  .record({
    value: fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }),
    scale: fc.integer({ min: -40, max: 40 }),
  })
  .map(({ value, scale }) => ({ value, scale, text: textOf(value, scale) }))

function textOf(value: bigint, scale: number): string {
  const sign = value < 0n ? '-' : ''
  const digits = (value < 0n ? -value : value).toString()
  if (value === 0n) return '0'
  if (scale >= 0) return sign + digits + '0'.repeat(scale)
  const padded = digits.padStart(1 - scale, '0')
  const fraction = padded.slice(scale).replace(/0+$/, '')
  return sign + padded.slice(0, scale) + (fraction && `.${fraction}`)
}

/** Both as integers at the lowest scale that the generator makes. */
const whole = ({ value, scale }: { value: bigint; scale: number }) => value * 10n ** BigInt(scale + 40)

describe('decimals', () => {
  it('are ordered by value', () => {
    fc.assert(
      fc.property(number, number, (a, b) => {
        const difference = whole(a) - whole(b)
        expect(Math.sign(compareDecimals(a.text, b.text))).toBe(
          difference < 0n ? -1 : difference > 0n ? 1 : 0,
        )
      }),
      { numRuns: 2000 },
    )
  })

  it('are added and subtracted exactly, or not at all', () => {
    fc.assert(
      fc.property(number, number, fc.constantFrom(1, -1), (a, b, sign) => {
        const sum = whole(a) + BigInt(sign) * whole(b)
        const digits = sum.toString().replace('-', '').replace(/0+$/, '').length
        const expected = digits > 38 ? undefined : textOf(sum, -40)
        expect(addDecimals(a.text, b.text, sign as 1 | -1)).toBe(expected)
      }),
      { numRuns: 2000 },
    )
  })

  it('stop at the range of magnitudes', () => {
    const largest = `9${'0'.repeat(125)}`
    expect(addDecimals(largest, `5${'0'.repeat(125)}`, 1)).toBeUndefined()
    expect(addDecimals(largest, largest, -1)).toBe('0')
    expect(addDecimals(largest, '1', 1)).toBeUndefined()
  })

  it('weigh a byte for two digits, one more, and one for a minus', () => {
    const sizes = {
      '0': 1,
      '1': 2,
      '12': 2,
      '123': 3,
      '1.2': 3,
      '-1': 3,
      '100': 2,
      '1000': 2,
      '0.01': 2,
      '12.34': 3,
    }
    for (const [text, size] of Object.entries(sizes)) expect([text, decimalSize(text)]).toEqual([text, size])
    expect(decimalSize('9'.repeat(38))).toBe(20)
  })
})
