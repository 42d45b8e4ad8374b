/** Full-width digits and points come out of Chinese keyboards. */
const plain = (text: string): string => text.normalize('NFKC').replaceAll(/[,\s]/g, '').replace('。', '.')

/** What was typed as a number; text that is none goes on as text, so that the engine can say so. */
export function parseNumber(text: string): number | string | undefined {
  const typed = plain(text)
  if (typed === '') return undefined
  return /^-?\d+(?:\.\d*)?$|^-?\.\d+$/.test(typed) ? Number(typed) : text
}

/** 元 as typed, kept in integer 分 without passing through a float: `19.99` → 1999. */
export function parseMoney(text: string): number | string | undefined {
  const typed = plain(text)
  if (typed === '') return undefined
  const [, sign = '', whole = '', cents = ''] = /^(-?)(\d*)(?:\.(\d{0,2}))?$/.exec(typed) ?? []
  if (whole === '' && cents === '') return text
  const fen = Number(`${whole || '0'}${cents.padEnd(2, '0')}`)
  return sign ? -fen : fen
}

/** Integer 分 as it is typed: 1999 → `19.99`, 2000 → `20`. */
export function moneyText(fen: number): string {
  const digits = String(Math.abs(fen)).padStart(3, '0')
  const cents = digits.slice(-2)
  return `${fen < 0 ? '-' : ''}${digits.slice(0, -2)}${cents === '00' ? '' : `.${cents}`}`
}
