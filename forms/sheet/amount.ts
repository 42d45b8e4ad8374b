import { maxFen } from '../catalogue/source.ts'

/** A value that was read, or why it was not, in words that say what to do. */
export type Typed<V> = { readonly value: V } | { readonly wrong: string }

/** Full-width digits and signs as plain ones, without spaces. */
export const plain = (text: string): string => text.normalize('NFKC').replaceAll(/\s/g, '')

/** A number of a workbook as Excel shows it, fifteen significant digits: 19.989999999999998 is 19.99. */
export const shownNumber = (value: number): string => {
  const text = String(Number(value.toPrecision(15)))
  return /e/.test(text)
    ? value.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 20 })
    : text
}

/**
 * 元 as typed or as a workbook holds it (`60`, `１２．５`, `¥1,200.00`, `60元`) to integer 分; `null` for nothing. No
 * float is involved: 19.99 is 1999.
 */
export function fenOfText(typed: string): Typed<number | null> {
  const text = plain(typed).replace(/^[¥$]/, '').replace(/元$/, '')
  if (text === '') return { value: null }
  if (/^[-−(]/.test(text)) return { wrong: `“${short(typed)}”是负数，金额不能为负` }
  const parts = /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d*))?$/.exec(text)
  if (!parts) return { wrong: `“${short(typed)}”不是金额，请填写数字，例如 60 或 12.50` }
  const decimals = (parts[2] ?? '').replace(/0+$/, '')
  if (decimals.length > 2) return { wrong: `“${short(typed)}”超过两位小数，请精确到分` }
  const digits = (parts[1] ?? '').replaceAll(',', '').replace(/^0+(?=\d)/, '')
  const fen =
    digits.length > 13 ? Number.POSITIVE_INFINITY : Number(digits) * 100 + Number(decimals.padEnd(2, '0'))
  if (fen > maxFen) return { wrong: `“${short(typed)}”太大，金额最多 9,999,999,999.99 元` }
  return { value: fen }
}

/** 分 as it is typed, without thousands, so that a workbook reads a number: 123450 is `1234.50`. */
export const textOfFen = (fen: number): string =>
  `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`

/** At most twenty characters of what somebody typed, to say it back. */
export const short = (typed: string): string => {
  const text = typed.trim().replaceAll(/\s+/g, ' ')
  return text.length > 20 ? `${text.slice(0, 20)}…` : text
}
