import type { Component } from '../component.ts'
import { judgeDefault } from '../judge-default.ts'
import { isRecord } from '../record.ts'
import type { Kind } from '../types.ts'
import type { Setting } from './settings.ts'

/** Builders write empty defaults of all kinds; one that is no answer is dropped, with a word if it held anything. */
export const importDefault = (to: Record<string, unknown>, kind: Kind, { notes, origin }: Setting): void => {
  const value = to['defaultValue']
  if (value === undefined) return
  if (isRecord(value)) delete value['']
  if (kind === 'number' && typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value)))
    to['defaultValue'] = Number(value)
  if (kind === 'checkbox' && (value === 'true' || value === 'false')) to['defaultValue'] = value === 'true'
  let fits = true
  judgeDefault(to as Component, kind, () => {
    fits = false
    return undefined
  })
  const program = typeof value === 'string' && (/\bmoment\s*\(/.test(value) || value.includes('{{'))
  if (fits && !program) return
  delete to['defaultValue']
  const hollow = typeof value === 'object' ? isHollow(value) : value === false
  if (hollow) return
  const why = program ? '由代码算出' : '不是这个问题的有效答案'
  notes.change(
    origin,
    '/defaultValue',
    'default',
    `「${origin.label}」的默认值${why}，没有导入。`,
    false,
    value,
  )
}

const isHollow = (value: unknown): boolean =>
  value === null ||
  value === '' ||
  value === false ||
  (typeof value === 'object' && Object.values(value).every(isHollow))
