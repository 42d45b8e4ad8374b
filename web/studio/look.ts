import type { DraftDocument, Finding } from '../../functions/api/contract/index.ts'

export const stateColour: Readonly<Record<DraftDocument['state'], string>> = {
  same: 'default',
  changed: 'processing',
  added: 'success',
  removed: 'error',
}

export const levelColour: Readonly<Record<Finding['level'], string>> = {
  error: 'error',
  warning: 'warning',
  todo: 'processing',
}

const known = [
  'profile',
  'objects',
  'programmes',
  'catalogue',
  'fees',
  'funds',
  'indicators',
  'disclosure',
  'providers',
  'notice',
] as const

/** Which sentence describes a document of this key. */
export const leadOf = (key: string): (typeof known)[number] | 'form' | 'other' =>
  key.startsWith('form:') ? 'form' : (known.find((one) => one === key) ?? 'other')

const minute = new Intl.DateTimeFormat('zh-CN', {
  dateStyle: 'medium',
  timeStyle: 'short',
  timeZone: 'Asia/Shanghai',
})
export const atMinute = (instant: string): string => minute.format(new Date(instant))
