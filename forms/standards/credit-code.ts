/** 31 signs without I, O, S, V, Z. */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const

/** The check sign over the first 17 signs (GB 32100-2015), or undefined where a sign is not of the alphabet. */
export const creditCodeSign = (code: string): string | undefined => {
  let sum = 0
  for (let i = 0; i < 17; i++) {
    const value = alphabet.indexOf(code[i] ?? '?')
    if (value < 0) return undefined
    sum += value * (weights[i] ?? 0)
  }
  return alphabet[(31 - (sum % 31)) % 31]
}

export type CreditCodeCheck =
  | {
      readonly ok: true
      readonly code: string
      /** First two signs 51, 52, 53: 社会团体, 社会服务机构, 基金会, registered by civil affairs. */
      readonly civil: boolean
    }
  | { readonly ok: false; readonly reason: 'shape' | 'checksum' }

/** Checks a 统一社会信用代码 (GB 32100-2015). Small letters are taken as capitals. */
export const checkCreditCode = (text: unknown): CreditCodeCheck => {
  const code = typeof text === 'string' && text.length === 18 ? text.toUpperCase() : ''
  const sign = creditCodeSign(code)
  if (sign === undefined || code.length !== 18 || !/^[0-9A-Y]{2}\d{6}/.test(code))
    return { ok: false, reason: 'shape' }
  if (sign !== code[17]) return { ok: false, reason: 'checksum' }
  return { ok: true, code, civil: /^5[123]/.test(code) }
}
