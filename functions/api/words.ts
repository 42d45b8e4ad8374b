import type * as z from 'zod'

type Issue = z.core.$ZodIssue

const types: { readonly [type: string]: string } = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: '是或否',
  array: '列表',
  object: '一组字段',
  date: '日期',
  null: '空',
}
const formats: { readonly [format: string]: string } = {
  email: '电子邮箱',
  url: '网址',
  date: '日期（例如 2026-01-31）',
  datetime: '时间（例如 2026-01-31T08:00:00Z）',
  ulid: '编号（26 位 ULID）',
  regex: '规定的格式',
}

const sized = (origin: string, bound: unknown, word: string): string => {
  if (origin === 'string') return `长度应${word} ${bound} 个字符。`
  if (origin === 'array' || origin === 'set') return `条数应${word} ${bound} 条。`
  return `数值应${word} ${bound}。`
}

const hasChinese = (text: string): boolean => /\p{Script=Han}/u.test(text)

/** A complete Chinese sentence for one issue. A schema's own Chinese message goes first. */
export const sayIssue = (issue: Issue): string => {
  if (hasChinese(issue.message)) return issue.message
  switch (issue.code) {
    case 'invalid_type':
      if (issue.message.endsWith('received undefined'))
        return `这一项必须填写（${types[issue.expected] ?? issue.expected}）。`
      return `这一项应为${types[issue.expected] ?? issue.expected}。`
    case 'too_big':
      return sized(issue.origin, issue.maximum, '不超过')
    case 'too_small':
      return issue.origin === 'string' && issue.minimum === 1
        ? '这一项不能为空。'
        : sized(issue.origin, issue.minimum, '不少于')
    case 'invalid_format':
      return `格式不对，应为${formats[issue.format] ?? '规定的格式'}。`
    case 'invalid_value':
      return `取值不在可选范围内，可选：${issue.values.map(String).join('、')}。`
    case 'not_multiple_of':
      return `应为 ${issue.divisor} 的整数倍。`
    case 'invalid_union':
      return '内容与任何一种允许的写法都不符。'
    case 'unrecognized_keys':
      return `不接收字段「${issue.keys.join('」「')}」，请去掉。`
    default:
      return '内容不符合要求，请检查后更正。'
  }
}
