import { type CellValue, columnNumber, type SheetCell } from '#forms/sheet'
import { attribute, cutter, unescaped } from './xml.ts'

/** Columns further right are not read. */
const MOST_COLUMNS = 200

const [cellCuts, valueCuts, textCuts, aidCuts] = [cutter('c'), cutter('v'), cutter('t'), cutter('rPh')]

/**
 * The cells of one row, by column number. `shared` are the texts that cells refer to by number, `days` says of each
 * style whether it shows a number as a day.
 */
export function cellsOf(
  inner: string,
  shared: readonly string[],
  days: readonly boolean[] = [],
): readonly (SheetCell | undefined)[] {
  const cells: (SheetCell | undefined)[] = []
  let next = 0
  for (const { tag, inner: content } of cellCuts(inner)) {
    const place = /^[A-Z]+/.exec(attribute(tag, 'r') ?? '')?.[0]
    const at = place === undefined ? next : columnNumber(place)
    next = at + 1
    if (at < 0 || at >= MOST_COLUMNS) continue
    const cell = cellOf(attribute(tag, 't') ?? 'n', content, shared)
    const day = typeof cell?.value === 'number' && days[Number(attribute(tag, 's') ?? 0)] === true
    if (cell) cells[at] = { ...cell, ...(day && { day }) }
  }
  return Array.from(cells)
}

const valueIn = (content: string): string | undefined => {
  const found = valueCuts(content)[0]?.inner
  return found === undefined ? undefined : unescaped(found)
}

function cellOf(type: string, content: string, shared: readonly string[]): SheetCell | undefined {
  const formula = /<(?:\w+:)?f[\s/>]/.test(content)
  const raw = type === 'inlineStr' ? textIn(content) : valueIn(content)
  if (type === 'e') return { value: null, error: raw ?? '#ERROR', ...(formula && { formula }) }
  if (raw === undefined || (raw === '' && type !== 'str'))
    return formula ? { value: null, formula } : undefined
  return { value: typed(type, raw, shared), ...(formula && { formula }) }
}

function typed(type: string, raw: string, shared: readonly string[]): CellValue {
  switch (type) {
    case 's':
      return shared[Number(raw)] ?? ''
    case 'b':
      return raw === '1' || raw === 'true'
    case 'str':
    case 'inlineStr':
    // A date as ISO text, which Excel may write in strict workbooks.
    case 'd':
      return raw
    default:
      return Number.isFinite(Number(raw)) ? Number(raw) : raw
  }
}

/** The runs of a text put together, without the reading aids (拼音) that Excel keeps beside them. */
export const textIn = (content: string): string => {
  const aids = content.includes('rPh') ? aidCuts(content) : []
  const said = [...aids, undefined].map((aid, n) => content.slice(aids[n - 1]?.to ?? 0, aid?.from)).join('')
  return textCuts(said)
    .map(({ inner }) => unescaped(inner))
    .join('')
}
