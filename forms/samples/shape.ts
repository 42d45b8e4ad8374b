import { isRecord, type Sample } from '../definition/index.ts'
import { isLocalDate } from '../standards/index.ts'

/** More cases than this are not run. */
export const samplesMost = 200

const isTexts = (value: unknown): boolean =>
  value === undefined ||
  (Array.isArray(value) && value.length <= 1_000 && value.every((one) => typeof one === 'string'))

const areOutcomes = (value: unknown): boolean =>
  value === undefined ||
  (isRecord(value) &&
    Object.values(value).every(
      (one) => isRecord(one) && (one['level'] === undefined || typeof one['level'] === 'string'),
    ))

/** A sample as it should be, or what is wrong with how it is written; for JSON of any shape. */
export const readSample = (value: unknown): Sample | string => {
  if (!isRecord(value)) return '样例应当是一组内容：名称、日期、答案和应有的结果'
  const { title, answers, today, expect } = value
  if (typeof title !== 'string' || title === '') return '样例要有名称'
  if (!isRecord(answers)) return '样例的答案应当是一组字段'
  if (typeof today !== 'string' || !isLocalDate(today)) return '样例的日期应写作 2026-01-01，并且确有其日'
  if (!isRecord(expect)) return '样例要写明应有的结果'
  for (const [name, words] of [
    ['errors', '应报错的问题'],
    ['hidden', '应隐藏的问题'],
    ['recommended', '应建议的事项'],
  ] as const)
    if (!isTexts(expect[name])) return `样例里「${words}」应当是一列文字`
  if (!areOutcomes(expect['outcomes'])) return '样例里应有的结论应当按结论的标识写明数值或等级'
  if (expect['answers'] !== undefined && !isRecord(expect['answers']))
    return '样例里应有的答案应当按问题的标识写明'
  return value as unknown as Sample
}

/** What a sample is called in a list, whatever it is. */
export const titleOf = (value: unknown, index: number): string =>
  isRecord(value) && typeof value['title'] === 'string' && value['title'] !== ''
    ? value['title'].slice(0, 200)
    : `第 ${index + 1} 个样例`
