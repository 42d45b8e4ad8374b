import type { Component, Judgement, Kind } from '../definition/index.ts'

const expected: Readonly<Record<string, string>> = {
  text: '应当是文字',
  number: '应当是数字',
  checkbox: '应当是“是”或“否”',
  choice: '应当是一个选项',
  selectboxes: '应当是对选项的勾选',
  survey: '应当是对每个问题的选择',
  attachment: '应当是已上传的附件',
  attachments: '应当是已上传的附件',
  container: '应当是一组答案',
  grid: '应当是若干行答案',
}

/** The one catalogue of what the engine says to people. `{l}` is the label, `{n}` a limit. */
const texts: Readonly<Record<string, string>> = {
  required: '「{l}」为必填项。',
  type: '「{l}」的内容不对，{e}。',
  option: '「{l}」的值不在可选项之内，请重新选择。',
  tooLong: '「{l}」太长，最多 10000 个字符。',
  tooMany: '「{l}」的项数太多。',
  sign: '「{l}」含有不能保存的字符，请删去后重填。',
  date: '「{l}」不是一个存在的日期或时间。',
  'cn-id': '「{l}」不是有效的公民身份号码，请核对。',
  'cn-credit-code': '「{l}」不是有效的统一社会信用代码，请核对。',
  'cn-mobile': '「{l}」不是有效的手机号码，应为 11 位数字。',
  'cn-division': '「{l}」不是有效的区划代码，应为 6、9 或 12 位数字。',
  money: '「{l}」应当是以分为单位的整数金额。',
  minLength: '「{l}」至少 {n} 个字。',
  maxLength: '「{l}」最多 {n} 个字。',
  minWords: '「{l}」至少 {n} 个词。',
  maxWords: '「{l}」最多 {n} 个词。',
  pattern: '「{l}」的格式不对。',
  mask: '「{l}」的格式不对，应当像「{n}」。',
  email: '「{l}」不是有效的电子邮箱。',
  url: '「{l}」不是有效的网址。',
  min: '「{l}」不能小于 {n}。',
  max: '「{l}」不能大于 {n}。',
  integer: '「{l}」应当是整数。',
  step: '「{l}」应当是 {n} 的倍数。',
  decimals: '「{l}」最多 {n} 位小数。',
  minDate: '「{l}」不能早于 {n}。',
  maxDate: '「{l}」不能晚于 {n}。',
  minSelected: '「{l}」至少选 {n} 项。',
  maxSelected: '「{l}」最多选 {n} 项。',
  minRows: '「{l}」至少 {n} 行。',
  maxRows: '「{l}」最多 {n} 行。',
  unique: '「{l}」与前面的行重复。',
  incomplete: '「{l}」还有没有回答的部分。',
  json: '「{l}」不符合表中的校验规则。',
  rule: '「{l}」的规则无法计算，请联系管理员检查表单。',
  fuel: '表单的规则计算量过大，无法完成，请联系管理员检查表单。',
  calculated: '「{l}」的计算结果类型不对，请联系管理员检查表单。',
}

/** The sentence for a code. A custom message of the component wins; `{{ field }}` in it is the label. */
export const messageOf = (
  component: Component,
  kind: Kind,
  label: string,
  code: string,
  limit?: number | string,
): string => {
  const own = customMessage(component, code)
  if (own !== undefined) return own.replaceAll(/\{\{\s*field\s*\}\}/g, () => label)
  const text = texts[code] ?? texts['type'] ?? ''
  return text
    .replace('{l}', () => label)
    .replace('{n}', () => String(limit ?? ''))
    .replace('{e}', () => expected[kind] ?? '请重新填写')
}

/** What is said to whoever answers a form that has an error of its own; the linter tells its author which. */
export const brokenForm = ({ label, path }: Judgement): string => {
  const where = label ?? path
  return `表单本身有错误${where === '' ? '' : `（「${where}」）`}，不能填写，请联系管理员检查表单。`
}

/** Form.io keeps custom messages in `errors.<rule>` and `validate.customMessage`. */
const customMessage = (component: Component, code: string): string | undefined => {
  const errors = component['errors']
  if (typeof errors === 'object' && errors !== null && Object.hasOwn(errors, code)) {
    const text = (errors as Record<string, unknown>)[code]
    if (typeof text === 'string' && text.trim() !== '') return text.slice(0, 500)
  }
  const text = component.validate?.customMessage
  return typeof text === 'string' && text.trim() !== '' && !systemCodes.has(code)
    ? text.slice(0, 500)
    : undefined
}

/** Faults of the form or of the program that fills it, not of the person: their own words must stay visible. */
const systemCodes: ReadonlySet<string> = new Set(['rule', 'fuel', 'calculated', 'type', 'maxRows'])
