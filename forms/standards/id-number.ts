import { isLocalDate } from './date.ts'

/** What a 公民身份号码 says, or why it is none. */
export type IdNumberCheck =
  | {
      readonly ok: true
      /** As it is written officially: 18 signs with a capital X, or the old 15 digits. */
      readonly number: string
      /** `YYYY-MM-DD`. */
      readonly birth: string
      readonly sex: 'male' | 'female'
      /** First six digits: the division at first registration, which may be abolished today. Never block on it. */
      readonly division: string
      /** Begins with 9999, which no province owns: made for demonstrations. */
      readonly demo: boolean
    }
  | { readonly ok: false; readonly reason: 'shape' | 'birth' | 'checksum' | 'demo' }

export type IdNumberOptions = {
  /** Demo tenants only: accept numbers that begin with 9999. */
  readonly demo?: boolean
  /** Local date; a birth after it is refused. */
  readonly today?: string
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const
const signs = '10X98765432'

/** The check sign over the first 17 digits (GB 11643-1999). */
export const idNumberSign = (digits: string): string => {
  let sum = 0
  for (let i = 0; i < 17; i++) sum += (digits.charCodeAt(i) - 48) * (weights[i] ?? 0)
  return signs[sum % 11] ?? ''
}

type Refusal = Extract<IdNumberCheck, { ok: false }>['reason']

/**
 * Checks a 公民身份号码 (GB 11643-1999): 18 signs with checksum, or the 15 digits of before 1999 (born 19xx).
 * Residence permits of Hong Kong, Macao and Taiwan residents (81…, 82…, 83…) have the same shape and pass.
 * @returns the number as it is written officially, or why it is none
 */
export const readIdNumber = (
  text: unknown,
  { today, demo }: IdNumberOptions,
): { readonly number: string; readonly birth: string } | Refusal => {
  const number = typeof text === 'string' && text.length <= 18 ? text.toUpperCase() : ''
  if (!/^[1-9]\d{14}(?:\d\d[\dX])?$/.test(number)) return 'shape'
  const long = number.length === 18
  const born = long ? number.slice(6, 14) : `19${number.slice(6, 12)}`
  const birth = `${born.slice(0, 4)}-${born.slice(4, 6)}-${born.slice(6)}`
  if (!isLocalDate(birth) || birth < '1850' || (today !== undefined && birth > today)) return 'birth'
  if (long && idNumberSign(number) !== number[17]) return 'checksum'
  return isDemo(number) && demo !== true ? 'demo' : { number, birth }
}

const isDemo = (number: string): boolean => number.startsWith('9999')

/** The same, with everything that the number says. */
export const checkIdNumber = (text: unknown, options: IdNumberOptions = {}): IdNumberCheck => {
  const read = readIdNumber(text, options)
  if (typeof read === 'string') return { ok: false, reason: read }
  const { number, birth } = read
  const odd = Number(number[number.length === 18 ? 16 : 14]) % 2 === 1
  const sex = odd ? 'male' : 'female'
  return { ok: true, number, birth, sex, division: number.slice(0, 6), demo: isDemo(number) }
}
