import { type Component, kindOf, type Option } from '#forms/definition'
import { yuan } from '../app/money.ts'
import { type Choices, optionsOf, questionsOf, words } from './options.ts'

const label = (options: readonly Option[], value: unknown): string =>
  options.find((option) => String(option.value) === String(value))?.label ?? String(value)

export const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  (Array.isArray(value) && value.length === 0) ||
  (typeof value === 'object' && Object.keys(value as object).length === 0)

/** Money with two decimals and thousands, in 元. */
const money = (value: number): string =>
  `${value.toLocaleString('zh-CN', { minimumFractionDigits: 2, maximumFractionDigits: 2 })} 元`

/** `05/01/2026` as Form.io keeps a day → 2026年5月1日; parts that are 00 stay out. */
function day(value: string, dayFirst: boolean): string {
  const [a = '', b = '', year = ''] = value.split('/')
  const [month, date] = dayFirst ? [b, a] : [a, b]
  const part = (text: string, unit: string) => (Number(text) > 0 ? `${Number(text)}${unit}` : '')
  return part(year, '年') + part(month ?? '', '月') + part(date ?? '', '日')
}

function dateTime(value: string, time: boolean): string {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(value) ?? []
  if (year) return `${year}年${Number(month)}月${Number(day)}日`
  const at = new Date(value)
  if (!value.includes('T') || Number.isNaN(at.getTime())) return value
  const date = at.toLocaleDateString('zh-CN', { dateStyle: 'long', timeZone: 'Asia/Shanghai' })
  if (!time) return date
  return `${date} ${at.toLocaleTimeString('zh-CN', { timeStyle: 'short', timeZone: 'Asia/Shanghai' })}`
}

/** An answer in words a person reads. @returns '' when there is none */
export function describe(component: Component, value: unknown, choices: Choices = {}): string {
  if (kindOf(component.type) === 'checkbox') return value === true ? '是' : '否'
  if (isEmpty(value)) return ''
  switch (kindOf(component.type)) {
    case 'choice':
      return (Array.isArray(value) ? value : [value])
        .map((one) => label(optionsOf(component, choices), one))
        .join('、')
    case 'selectboxes':
      return Object.entries(value as object)
        .filter(([, chosen]) => chosen === true)
        .map(([key]) => label(optionsOf(component, choices), key))
        .join('、')
    case 'survey':
      return Object.entries(value as object)
        .map(
          ([question, answer]) =>
            `${label(questionsOf(component), question)}：${label(optionsOf(component), answer)}`,
        )
        .join('；')
    case 'number':
      if (component.properties?.format === 'money') return `${yuan(Number(value))} 元`
      if (component.type === 'currency') return money(Number(value))
      return `${String(value)}${words(component['suffix']) && ` ${words(component['suffix'])}`}`
    case 'day':
      return day(String(value), component['dayFirst'] === true)
    case 'datetime':
      return dateTime(String(value), component['enableTime'] !== false)
    case 'tags':
      return Array.isArray(value) ? value.join('、') : String(value)
    default:
      return typeof value === 'boolean'
        ? value
          ? '是'
          : '否'
        : typeof value === 'object'
          ? ''
          : String(value)
  }
}
