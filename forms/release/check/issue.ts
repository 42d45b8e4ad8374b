import type * as z from 'zod'
import { pointer } from '../canonical.ts'
import { isRecord, own } from '../diff/same.ts'
import { nameOf } from '../diff/show.ts'
import type { Finding } from '../finding.ts'
import { labelOf } from '../words/index.ts'

type Issue = z.core.$ZodIssue

/** Findings of a document that does not have the shape of its kind, at most 200. */
export const schemaFindings = (key: string, schema: z.ZodType, document: unknown): readonly Finding[] => {
  const result = schema.safeParse(document)
  if (result.success) return []
  return result.error.issues.slice(0, 200).flatMap((issue) => findingsOf(key, issue, document))
}

const findingsOf = (document: string, issue: Issue, value: unknown): readonly Finding[] => {
  const name = nearestName(value, issue.path)
  const label = name === undefined ? {} : { label: name }
  const at = issue.path.reduce<string>((path, step) => pointer(path, String(step)), '')
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((extra) => ({
      level: 'error',
      document,
      pointer: pointer(at, extra),
      code: 'unknown-key',
      message: `${subject(name)}多了“${extra}”这一项，配置文件里没有这种内容，请删除或改正拼写。`,
      ...label,
    }))
  }
  const member = issue.path.findLast((step) => typeof step === 'string')
  const what =
    member === undefined ? '文件内容' : `“${labelOf(member).replaceAll('“', '').replaceAll('”', '')}”`
  const message = `${subject(name)}${what}${sentence(issue)}`
  return [
    {
      level: 'error',
      document,
      pointer: at,
      code: `schema-${issue.code.replaceAll('_', '-')}`,
      message,
      ...label,
    },
  ]
}

const subject = (name: string | undefined): string => (name === undefined ? '' : `${name}：`)

/** The innermost entry on the way that has a name. */
const nearestName = (value: unknown, path: readonly PropertyKey[]): string | undefined => {
  let name: string | undefined
  let at = value
  for (const step of path) {
    at = Array.isArray(at) ? at[Number(step)] : own(at, String(step))
    if (isRecord(at)) name = nameOf(at) ?? name
  }
  return name
}

const types: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: '“是”或“否”（true 或 false）',
  array: '列表',
  object: '一组内容',
  record: '一组内容',
}

const sentence = (issue: Issue): string => {
  if (/\p{Script=Han}/u.test(issue.message)) return `：${issue.message.replace(/。$/, '')}。`
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined && !issue.message.includes('received')) return '没有填写，请补上。'
      return issue.message.includes('undefined')
        ? '没有填写，请补上。'
        : `应为${types[issue.expected] ?? issue.expected}。`
    case 'too_small':
      return issue.origin === 'string' && issue.minimum === 1
        ? '不能为空。'
        : `不能少于 ${issue.minimum}${unit(issue.origin)}。`
    case 'too_big':
      return `不能超过 ${issue.maximum}${unit(issue.origin)}。`
    case 'invalid_format':
      return '的格式不对。'
    case 'invalid_value':
      return `只能是：${issue.values.map(String).join('、')}。`
    default:
      return '的写法不对，请对照其他条目修改。'
  }
}

const unit = (origin: string): string => (origin === 'string' ? ' 个字' : origin === 'array' ? ' 条' : '')
