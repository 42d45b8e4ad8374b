import type { Component, Kind, Option } from '../definition/index.ts'
import type { Element, ElementType, Sensitivity } from '../elements/index.ts'

/** Which kinds of question can answer an element of a type. */
const answers: Readonly<Record<ElementType, readonly Kind[]>> = {
  text: ['text', 'choice', 'computed', 'attachment', 'attachments', 'tags'],
  number: ['number', 'computed'],
  integer: ['number', 'computed'],
  money: ['number', 'computed'],
  date: ['datetime', 'day', 'text', 'computed'],
  boolean: ['checkbox', 'choice', 'computed'],
  code: ['choice', 'text', 'computed', 'checkbox'],
  codes: ['selectboxes', 'tags', 'choice', 'computed'],
  table: ['grid', 'survey'],
}

const names: Readonly<Record<ElementType, string>> = {
  text: '文字',
  number: '数字',
  integer: '整数',
  money: '金额',
  date: '日期',
  boolean: '是或否',
  code: '单选',
  codes: '多选',
  table: '表格',
}

const levels: readonly Sensitivity[] = ['public', 'internal', 'personal', 'sensitive']
const levelNames: Readonly<Record<Sensitivity, string>> = {
  public: '公开',
  internal: '内部',
  personal: '个人信息',
  sensitive: '敏感个人信息',
}

/** Whether a question of this kind can answer an element of that type. */
export const fits = (kind: Kind, type: ElementType): boolean => answers[type].includes(kind)

/** What an element's type is called. */
export const typeName = (type: ElementType): string => names[type]

/** Where a question and its element do not say the same, in words. */
export const differences = (
  component: Component,
  kind: Kind,
  element: Element,
  options: readonly Option[],
): readonly string[] => {
  const said: string[] = []
  if (!fits(kind, element.type))
    said.push(`数据元“${element.name}”是${names[element.type]}，这一题的类型不同。`)
  const known = element.options
  const strange = known ? options.filter(({ value }) => !Object.hasOwn(known, String(value))) : []
  if (strange.length > 0)
    said.push(`选项${strange.map(({ label }) => `“${label}”`).join('、')}不在数据元的选项里，不能参加比较。`)
  const level = levels.indexOf(component.properties?.sensitivity as Sensitivity)
  if (level >= 0 && level < levels.indexOf(element.sensitivity))
    said.push(
      `敏感级别是“${levelNames[levels[level] ?? 'public']}”，低于数据元的“${levelNames[element.sensitivity]}”。`,
    )
  return said
}
