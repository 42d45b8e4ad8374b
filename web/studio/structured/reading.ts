/** `30` → 0.3, `12.34` → 0.1234: a share typed as a percentage, at most two decimals, 0 to 100. */
export const ratioOf = (typed: string): number | null | undefined => {
  const text = typed.trim().replace(/[%％]$/, '')
  if (text === '') return null
  const parts = /^(\d{1,3})(?:\.(\d{1,2}))?$/.exec(text)
  if (!parts) return undefined
  const hundredths = Number(parts[1]) * 100 + Number((parts[2] ?? '').padEnd(2, '0'))
  return hundredths <= 10_000 ? hundredths / 10_000 : undefined
}

/** 0.3 → `30`, 0.1234 → `12.34`. */
export const percentOf = (ratio: number): string => String(Math.round(ratio * 10_000) / 100)

/** A number within its bounds; `whole` allows no decimals. */
export const numberOf =
  ({ whole, min, max }: { readonly whole: boolean; readonly min?: number; readonly max?: number }) =>
  (typed: string): number | null | undefined => {
    const text = typed.trim()
    if (text === '') return null
    if (!(whole ? /^-?\d{1,15}$/ : /^-?\d{1,15}(\.\d{1,6})?$/).test(text)) return undefined
    const value = Number(text)
    return (min !== undefined && value < min) || (max !== undefined && value > max) ? undefined : value
  }
