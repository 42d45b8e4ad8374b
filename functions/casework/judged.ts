import type { FormDocument, OptionLists } from '#forms/definition'
import { type Evaluation, evaluate } from '#forms/engine'
import type { FieldError } from '../api/contract/index.ts'
import { Refused } from '../problem.ts'
import { answersOf } from './answers.ts'
import { planOf } from './view-assessment.ts'

/** A field of the answers as the API names it. */
const inAnswers = (path: string): string => (path === '' ? 'answers' : `answers.${path}`)

/** Files come with a later issue: none is stored yet, so no answer can point at one. */
const missingFiles = (form: FormDocument, { answers }: Evaluation): readonly FieldError[] =>
  answersOf(planOf(form), answers)
    .filter(({ field }) => field?.kind === 'attachment' || field?.kind === 'attachments')
    .filter(({ value }) => !Array.isArray(value) || value.length > 0)
    .map(({ path, field }) => ({
      path: inAnswers(path),
      code: 'attachment',
      message: `「${field?.label ?? path}」的附件还没有上传，请先去掉附件再提交。`,
    }))

/**
 * Decides again what the answers mean, by the pinned form; nothing that a client calculated is believed. Throws
 * `Refused('invalid')` with every wrong field, so that nothing is stored.
 */
export const judged = (
  form: FormDocument,
  answers: Readonly<Record<string, unknown>>,
  on: { readonly today: string; readonly demo: boolean },
  options?: OptionLists,
): Evaluation => {
  const result = evaluate(planOf(form, options), answers, on)
  const errors =
    result.errors.length > 0
      ? result.errors.map((error) => ({ ...error, path: inAnswers(error.path) }))
      : missingFiles(form, result)
  if (errors.length === 0) return result
  throw new Refused('invalid', `有 ${errors.length} 处需要更正，请按提示修改后再提交；填写的内容没有丢失。`, {
    errors,
  })
}
