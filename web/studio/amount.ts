/** 元 as typed (`60`, `12.5`, `1,200.00`) to integer 分; `null` for nothing typed; `undefined` when it is no amount. No float is involved. */
export function fenOf(typed: string): number | null | undefined {
  const text = typed.trim().replaceAll(/[,，\s]/g, '')
  if (text === '') return null
  const parts = /^(\d{1,10})(?:\.(\d{1,2}))?$/.exec(text)
  if (!parts) return undefined
  return Number(parts[1]) * 100 + Number((parts[2] ?? '').padEnd(2, '0'))
}

/** 分 as it is typed: `6000` → `60`, `1250` → `12.50`, `null` → ``. */
export function typedOf(fen: number | null): string {
  if (fen === null) return ''
  const rest = fen % 100
  return `${Math.floor(fen / 100)}${rest === 0 ? '' : `.${String(rest).padStart(2, '0')}`}`
}
