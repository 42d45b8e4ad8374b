import type { Component, Sensitivity } from '../component.ts'
import { type Column, textOf } from './columns.ts'
import { readOptions } from './options.ts'
import type { RowNote } from './report.ts'
import { typeOf, typeWords, yesNo } from './types.ts'

export type ElementFinder = (word: string) => { readonly code: string } | undefined

export type RowReader = {
  readonly cell: (column: Column) => string
  readonly say: (level: RowNote['level'], column: Column | undefined, message: string) => undefined
  readonly elementOf: ElementFinder | undefined
  readonly likeElement: ((word: string) => string | undefined) | undefined
}

const sensitivities: Readonly<Record<string, Sensitivity>> = {
  公开: 'public',
  内部: 'internal',
  个人: 'personal',
  个人信息: 'personal',
  敏感: 'sensitive',
  敏感个人信息: 'sensitive',
}

/** One question without its key; undefined where the row says why it cannot be taken. */
export const readRow = (row: RowReader): Component | undefined => {
  const { cell, say } = row
  const label = plainText(cell('label'), 200, 'label', row)
  if (label === '') return say('refused', 'label', '没有写题目，这一行没有导入。')
  const word = cell('type')
  const type = typeOf(word)
  if (!type) {
    const why = word === '' ? '没有写类型' : `不认识的类型“${word.slice(0, 20)}”`
    return say('refused', 'type', `${why}，这一题没有导入。可以写：${typeWords.join('、')}。`)
  }
  const { component } = type
  if (component.type === 'content') return { type: 'content', label, html: `<p>${escaped(label)}</p>` }
  const offered = choices(row, type.choices === true, component)
  if (!offered) return undefined
  const description = plainText(cell('description'), 500, 'description', row)
  const validate = { ...component.validate, ...(required(row) && { required: true }) }
  const properties = { ...component.properties, ...ownProperties(row) }
  return {
    ...component,
    label,
    input: true,
    ...offered,
    ...(description !== '' && { description }),
    ...(Object.keys(validate).length > 0 && { validate }),
    ...(Object.keys(properties).length > 0 && { properties }),
  }
}

const choices = (
  { cell, say }: RowReader,
  needed: boolean,
  { type }: Component,
): Partial<Component> | undefined => {
  const written = cell('options')
  if (!needed) {
    if (written !== '' && type !== 'radio')
      say('changed', 'options', '这种类型没有选项，“选项”一栏没有采用。')
    return type === 'radio' ? { values: yesNo, inline: true } : {}
  }
  const { options, twice } = readOptions(written.replaceAll(/<[^>]{0,200}>/g, ''))
  if (options.length === 0)
    return say('refused', 'options', '选择题没有写选项，这一题没有导入。选项之间用顿号分开，或每行写一个。')
  if (twice.length > 0) say('changed', 'options', `选项“${twice[0]?.slice(0, 40)}”写了两遍，只保留一个。`)
  return type === 'select' ? { data: { values: options } } : { values: options }
}

const yes = /^(是|必填|√|✓|✔|y|yes|true|1|☑)$/i
const no = /^(否|选填|非必填|×|x|n|no|false|0|☐)?$/i

const required = ({ cell, say }: RowReader): boolean => {
  const word = cell('required')
  if (yes.test(word)) return true
  if (!no.test(word))
    say('changed', 'required', `“必填”一栏写的“${word.slice(0, 20)}”看不懂，先作选填。请写“是”或“否”。`)
  return false
}

const ownProperties = ({
  cell,
  say,
  elementOf,
  likeElement,
}: RowReader): NonNullable<Component['properties']> => {
  const level = cell('sensitivity')
  const sensitivity = Object.hasOwn(sensitivities, level) ? sensitivities[level] : undefined
  if (level !== '' && !sensitivity)
    say(
      'changed',
      'sensitivity',
      `敏感级别“${level.slice(0, 20)}”不认识，没有采用。可以写：公开、内部、个人、敏感。`,
    )
  const named = cell('element')
  const element = named === '' ? undefined : elementOf?.(named)
  if (named !== '' && !element) {
    const near = likeElement?.(named)
    const hint = near === undefined ? '' : `相近的有“${near}”。`
    say('changed', 'element', `数据字典里没有“${named.slice(0, 40)}”，这一题先不对应数据元。${hint}`)
  }
  return { ...(sensitivity && { sensitivity }), ...(element && { element: element.code }) }
}

/** Tags are taken out, since nothing that people write in a list may load or run anything. */
const plainText = (text: string, most: number, column: Column, { say }: RowReader): string => {
  const plain = textOf(text.replaceAll(/<[^>]{0,2000}>/g, '').replaceAll(/\s+/g, ' '))
  if (plain !== textOf(text.replaceAll(/\s+/g, ' '))) say('changed', column, '网页代码已去掉，只保留文字。')
  if (plain.length > most) say('changed', column, `文字太长，只保留前 ${most} 个字。`)
  return plain.slice(0, most)
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
