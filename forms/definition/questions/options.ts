import type { Option } from '../component.ts'
import { limits } from '../types.ts'

const known: ReadonlyMap<string, string> = new Map([
  ['是', 'yes'],
  ['否', 'no'],
  ['有', 'have'],
  ['无', 'none'],
  ['男', 'male'],
  ['女', 'female'],
  ['其他', 'other'],
])

export type ReadOptions = { readonly options: readonly Option[]; readonly twice: readonly string[] }

/**
 * Options written into one cell: by lines, else by `、` `；` `;` `|`, else by commas. `yes=是` gives an option a code of
 * its own; the others get one. What stands there twice is taken once.
 */
export const readOptions = (cell: string): ReadOptions => {
  const by = [/\n/, /[、;；|]/, /[,，]/].find((sign) => sign.test(cell))
  const texts = (by ? cell.split(by) : [cell]).map((one) => one.trim()).filter((one) => one !== '')
  const options: Option[] = []
  const twice: string[] = []
  for (const text of texts.slice(0, limits.options)) {
    const [, code, label = ''] = /^([A-Za-z][\w-]{0,39})\s*=\s*(.+)$/.exec(text) ?? [text, undefined, text]
    const used = (value: string) => options.some((one) => one.value === value)
    const mine =
      code !== undefined && (code in {} || code === 'prototype') ? undefined : (code ?? known.get(label))
    if (options.some((one) => one.label === label) || (code !== undefined && used(code))) twice.push(text)
    else options.push({ value: mine !== undefined && !used(mine) ? mine : free(used), label })
  }
  return { options, twice }
}

const free = (used: (value: string) => boolean): string => {
  for (let n = 1; ; n++) if (!used(`o${n}`)) return `o${n}`
}
