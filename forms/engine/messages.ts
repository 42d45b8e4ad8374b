import type { Component, Judgement, Kind } from '../definition/index.ts'
import { isText, own } from '../logic/index.ts'

/** What to do about a fault of the form. */
export const ask = '请联系管理员检查表单'

/** What an answer to such a component should be. */
const expected: Readonly<Record<string, string>> = {
  text: '文字',
  number: '数字',
  checkbox: '“是”或“否”',
  choice: '一个选项',
  selectboxes: '对选项的勾选',
  survey: '对每个问题的选择',
  attachment: '已上传的附件',
  attachments: '已上传的附件',
  container: '一组答案',
  grid: '若干行答案',
}

const invalid = (what: string): string => `不是有效的${what}`

/** The one catalogue of what the engine says to people of an answer: it follows the label. `{n}` is a limit. */
const texts: Readonly<Record<string, string>> = {
  required: '为必填项',
  option: '的值不在可选项之内，请重新选择',
  tooLong: '太长，最多 10000 个字符',
  tooMany: '的项数太多',
  sign: '含有不能保存的字符，请删去后重填',
  date: '不是一个存在的日期或时间',
  'cn-id': invalid('公民身份号码，请核对'),
  'cn-credit-code': invalid('统一社会信用代码，请核对'),
  'cn-mobile': invalid('手机号码，应为 11 位数字'),
  'cn-division': invalid('区划代码，应为 6、9 或 12 位数字'),
  money: '应当是以分为单位的整数金额',
  minLength: '至少 {n} 个字',
  maxLength: '最多 {n} 个字',
  minWords: '至少 {n} 个词',
  maxWords: '最多 {n} 个词',
  pattern: '的格式不对',
  mask: '的格式不对，应当像「{n}」',
  email: invalid('电子邮箱'),
  url: invalid('网址'),
  min: '不能小于 {n}',
  max: '不能大于 {n}',
  integer: '应当是整数',
  step: '应当是 {n} 的倍数',
  decimals: '最多 {n} 位小数',
  minDate: '不能早于 {n}',
  maxDate: '不能晚于 {n}',
  minSelected: '至少选 {n} 项',
  maxSelected: '最多选 {n} 项',
  minRows: '至少 {n} 行',
  maxRows: '最多 {n} 行',
  unique: '与前面的行重复',
  incomplete: '还有没有回答的部分',
  json: '不符合表中的校验规则',
  rule: `的规则无法计算，${ask}`,
  calculated: `的计算结果类型不对，${ask}`,
  fuel: `的规则计算量过大，无法完成，${ask}`,
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
  const needed = expected[kind]
  const text = texts[code] ?? `的内容不对，${needed ? `应当是${needed}` : '请重新填写'}`
  return `「${label}」${text.replace('{n}', () => String(limit ?? ''))}。`
}

/** What is said to whoever answers a form that has an error of its own; the linter tells its author which. */
export const brokenForm = (fault?: Judgement): string => {
  const where = fault?.label ?? fault?.path ?? ''
  return `表单本身有错误${where && `（「${where}」）`}，不能填写，${ask}。`
}

/** Form.io keeps custom messages in `errors.<rule>` and `validate.customMessage`. */
const customMessage = ({ errors, validate }: Component, code: string): string | undefined => {
  const special = own(errors, code)
  const text = isFilled(special) ? special : systemCodes.has(code) ? undefined : validate?.customMessage
  return isFilled(text) ? text.slice(0, 500) : undefined
}

const isFilled = (text: unknown): text is string => isText(text) && text.trim() !== ''

/** Faults of the form or of the program that fills it, not of the person: their own words must stay visible. */
const systemCodes: ReadonlySet<string> = new Set(['rule', 'fuel', 'calculated', 'type', 'maxRows'])
