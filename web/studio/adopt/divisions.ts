import type { Division } from '#forms/catalogue'

/** What a pasted line is refused for; the line is counted from 1, as it stands in the paste. */
export type LineFault = {
  readonly line: number
  readonly text: string
  readonly why: 'code' | 'name' | 'repeated' | 'parent' | 'level' | 'cycle'
}

export type Pasted = {
  readonly divisions: readonly Division[]
  readonly faults: readonly LineFault[]
  /** Lines that hold nothing, or the names of the columns. */
  readonly passed: number
}

type Line = { readonly line: number; readonly text: string; readonly cells: readonly string[] }

/** GB/T 2260 (6 digits), NBS (9 or 12), or a local code on one of them, as the platform takes them. */
const codeShape = /^\d{6}(\d{3}|\d{6})?(-[a-z0-9]{1,12}){0,2}$/
const mostName = 100

/** NBS writes every level with twelve digits: zeros at the end mean that nothing is said of what lies below. */
const shortened = (code: string): string => {
  if (!/^\d{12}$/.test(code)) return code
  if (code.endsWith('000000')) return code.slice(0, 6)
  return code.endsWith('000') ? code.slice(0, 9) : code
}

const cleaned = (cell: string | undefined): string => (cell ?? '').replaceAll('\u3000', ' ').trim()

/** Rows of a spreadsheet come with tabs, rows of a text with commas or several spaces. */
const cellsOf = (text: string): readonly string[] =>
  text.split(text.includes('\t') ? '\t' : /[,，;；]|\s{2,}|(?<=^\S+) /).map(cleaned)

const zone = /(?:开发区|高新区|示范区|试验区|风景区|管委会|新区|园区)$/
const township = /(?:镇|乡|街道|苏木)(?:办事处)?$/
const village = /(?:村|社区|嘎查|居委会|村委会|村民委员会|居民委员会)$/

type Kind = Division['kind']

/** Level by the digits of an official code, else by the name and what stands above. */
const kindOf = (code: string, name: string, above: Kind | 'city'): Kind => {
  if (/^\d{12}$/.test(code)) return 'village'
  if (/^\d{9}$/.test(code)) return 'township'
  if (/^\d{6}$/.test(code)) return zone.test(name) ? 'zone' : 'county'
  if (above === 'township') return 'village'
  if (above === 'county') return 'township'
  if (above === 'zone') return village.test(name) ? 'village' : 'township'
  if (township.test(name)) return 'township'
  return zone.test(name) ? 'zone' : 'county'
}

const below: Readonly<Record<Kind | 'city', readonly Kind[]>> = {
  city: ['county', 'zone', 'township'],
  county: ['township'],
  zone: ['township', 'village'],
  township: ['village'],
  village: [],
}

/** What lies above, where the third column says nothing: official codes tell it, a local one stands on its parent. */
const parentOf = (code: string, city: string): string => {
  const local = code.lastIndexOf('-')
  if (local > 0) return code.slice(0, local)
  if (code.length === 12) return code.slice(0, 9)
  if (code.length === 9) return code.slice(0, 6)
  return city
}

const standardOf = (code: string): Division['standard'] => {
  if (code.includes('-')) return 'local'
  return code.length === 6 ? 'GB/T 2260' : 'NBS'
}

/**
 * Reads a pasted table of divisions: code, name, and the code above where it is not told by the code itself. The first
 * line may name the columns; the city itself may be among the lines and is passed over. Takes any text, never throws:
 * every line that cannot be taken is a fault, the others are divisions that hang together.
 */
export const readDivisions = (pasted: string, city: string): Pasted => {
  const lines = pasted
    .split(/\r\n?|\n/)
    .map((text, i): Line => ({ line: i + 1, text: text.trim().slice(0, 60), cells: cellsOf(text) }))
    .filter(({ text }) => text !== '')
  const faults: LineFault[] = []
  const read = new Map<string, { readonly line: Line; readonly name: string; readonly parent: string }>()
  const refuse = ({ line, text }: Line, why: LineFault['why']) => faults.push({ line, text, why })
  let passed = 0
  lines.forEach((line, index) => {
    const [first = '', name = '', above = ''] = line.cells
    const code = shortened(first.toLowerCase())
    if (code === city || (index === 0 && !/\d/.test(first))) passed += 1
    else if (!codeShape.test(code)) refuse(line, 'code')
    else if (name === '' || name.length > mostName) refuse(line, 'name')
    else if (read.has(code)) refuse(line, 'repeated')
    else {
      const given = shortened(above.toLowerCase())
      read.set(code, { line, name, parent: given === '' ? parentOf(code, city) : given })
    }
  })

  const kinds = new Map<string, Kind | 'city' | undefined>([[city, 'city']])
  /** Level of a code; undefined where its line, or one above it, was refused. */
  const levelOf = (code: string, under: readonly string[] = []): Kind | 'city' | undefined => {
    if (kinds.has(code)) return kinds.get(code)
    const one = read.get(code)
    if (!one) return undefined
    const level = settle(code, one, under)
    kinds.set(code, level)
    return level
  }
  const settle = (
    code: string,
    { line, name, parent }: { readonly line: Line; readonly name: string; readonly parent: string },
    under: readonly string[],
  ): Kind | undefined => {
    // Only a made-up table is deeper than a city's four levels.
    if (under.includes(parent) || parent === code || under.length > 6) {
      refuse(line, 'cycle')
      return undefined
    }
    const above = levelOf(parent, [...under, code])
    if (above === undefined) {
      refuse(line, 'parent')
      return undefined
    }
    const kind = kindOf(code, name, above)
    if (below[above].includes(kind)) return kind
    refuse(line, 'level')
    return undefined
  }
  const divisions = [...read].flatMap(([code, { name, parent }]): Division[] => {
    const kind = levelOf(code)
    return kind === undefined || kind === 'city'
      ? []
      : [{ code, name, kind, parent, standard: standardOf(code) }]
  })
  return { divisions, faults: faults.toSorted((a, b) => a.line - b.line), passed }
}
