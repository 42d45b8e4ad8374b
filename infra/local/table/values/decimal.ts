/** A number of DynamoDB: value = 0.d1d2d3… × 10^(exponent + 1); no leading or trailing zeros, '' for zero. */
interface Decimal {
  readonly negative: boolean
  readonly digits: string
  readonly exponent: number
}

function parse(text: string): Decimal {
  const match = /^(-?)(\d*)(?:\.(\d*))?$/.exec(text)
  if (match === null) throw new Error(`not a normalised number: ${text}`)
  const whole = match[2] ?? ''
  const all = whole + (match[3] ?? '')
  const digits = all.replace(/^0+/, '')
  const exponent = whole.length - 1 - (all.length - digits.length)
  const trimmed = digits.replace(/0+$/, '')
  if (trimmed === '') return { negative: false, digits: '', exponent: 0 }
  return { negative: match[1] === '-', digits: trimmed, exponent }
}

export function compareDecimals(a: string, b: string): number {
  return Buffer.compare(encodeDecimal(a), encodeDecimal(b))
}

/** Bytes that sort as the numbers do. Exponents lie between -130 and 125, so one byte holds them. */
export function encodeDecimal(text: string): Buffer {
  const { negative, digits, exponent } = parse(text)
  if (digits === '') return Buffer.from([1])
  if (!negative) return Buffer.concat([Buffer.from([2, exponent + 130]), Buffer.from(digits)])
  const mirrored = Array.from(digits, (digit) => 57 - Number(digit))
  return Buffer.from([0, 125 - exponent, ...mirrored, 255])
}

/** Bytes that DynamoDB bills: one, one for each pair of digits (aligned at the point), one for a minus sign. */
export function decimalSize(text: string): number {
  const { negative, digits, exponent } = parse(text)
  if (digits === '') return 1
  const lead = exponent % 2 === 0 ? 1 : 2
  const pairs = 1 + Math.max(0, Math.ceil((digits.length - lead) / 2))
  return 1 + pairs + (negative ? 1 : 0)
}

/** a + sign × b; undefined when the result needs more than 38 digits or leaves the range of magnitudes. */
export function addDecimals(a: string, b: string, sign: 1 | -1): string | undefined {
  const left = parse(a)
  const right = parse(b)
  const lowest = Math.min(left.exponent - left.digits.length, right.exponent - right.digits.length) + 1
  const sum = scaled(left, lowest) + BigInt(sign) * scaled(right, lowest)
  const text = format(sum, lowest)
  const result = parse(text)
  if (result.digits.length > 38 || result.exponent > 125 || result.exponent < -130) return undefined
  return text
}

function scaled({ negative, digits, exponent }: Decimal, lowest: number): bigint {
  if (digits === '') return 0n
  const value = BigInt(digits + '0'.repeat(exponent - digits.length + 1 - lowest))
  return negative ? -value : value
}

function format(value: bigint, lowest: number): string {
  const sign = value < 0n ? '-' : ''
  const digits = (value < 0n ? -value : value).toString()
  if (value === 0n) return '0'
  if (lowest >= 0) return sign + digits + '0'.repeat(lowest)
  const padded = digits.padStart(1 - lowest, '0')
  const fraction = padded.slice(lowest).replace(/0+$/, '')
  const whole = padded.slice(0, lowest)
  return fraction === '' ? sign + whole : `${sign}${whole}.${fraction}`
}
