import { numeric } from '../../logic/index.ts'
import { isRecord } from '../record.ts'
import { type Kind, limits } from '../types.ts'
import { importDates } from './dates.ts'
import { importDefault } from './default.ts'
import { importOptions } from './options.ts'
import { importPattern } from './pattern.ts'
import type { Notes, Origin } from './report.ts'
import { cleanTexts } from './texts.ts'

/** What the settings of one component need: whose they are, and where to say what became of them. */
export type Setting = { readonly notes: Notes; readonly origin: Origin }

type Raw = Record<string, unknown>

/** Brings the settings of a component into our profile, without scripts. True: the component is left out. */
export const importSettings = (raw: Raw, to: Raw, kind: Kind, at: Setting): boolean => {
  const { origin, notes } = at
  if (to['type'] === 'button' && !importButton(to, at)) return true
  for (const key of ['validate', 'properties', 'conditional', 'datePicker', 'fields', 'errors', 'data'])
    if (to[key] !== undefined && !isRecord(to[key])) delete to[key]
  if (importOptions(raw, to, kind, at)) return true
  importDates(raw, to, kind, at)
  importPattern(to, at)
  importMask(raw, to, at)
  importRows(to, kind, at)
  if (isFilled(raw['calculateValue']) && raw['allowCalculateOverride'] === true)
    notes.change(
      origin,
      '/allowCalculateOverride',
      'setting',
      `「${origin.label}」原来可以手工改写计算结果，现在总是按计算结果。`,
      false,
      true,
    )
  if (typeof raw['prefillKey'] === 'string' && raw['prefillKey'] !== '' && kind !== 'container')
    notes.change(
      origin,
      '/prefillKey',
      'setting',
      `「${origin.label}」原来从登记系统自动带出，现在要人工填写。`,
      false,
      raw['prefillKey'],
    )
  for (const name of ['earliestAllowedDate', 'latestAllowedDate'])
    if (isFilled(raw[name]))
      notes.change(
        origin,
        `/${name}`,
        'setting',
        `「${origin.label}」原来限制在今天前后若干天之内，现在不限；需要的话请写成固定日期。`,
        false,
        raw[name],
      )
  importDefault(to, kind, at)
  cleanTexts(to, at)
  return false
}

const isFilled = (value: unknown): boolean =>
  typeof value === 'string' ? value.trim() !== '' : value !== undefined && value !== null

const actions = ['submit', 'reset', 'next', 'previous']

/** Only buttons that the form itself understands are kept; others would run a script or call a server. */
const importButton = (to: Raw, { notes, origin }: Setting): boolean => {
  const { action } = to
  if (action === undefined || action === null || action === '' || actions.some((known) => known === action))
    return true
  notes.change(
    origin,
    '/action',
    'button',
    `按钮「${origin.label}」会运行代码、打开网址或触发事件，没有导入；填写和提交不受影响。`,
    false,
    action,
  )
  return false
}

const importMask = (raw: Raw, to: Raw, { notes, origin }: Setting): void => {
  const mask = to['inputMask']
  if (mask === false || mask === true) delete to['inputMask']
  const several =
    raw['allowMultipleMasks'] === true && Array.isArray(raw['inputMasks']) && raw['inputMasks'].length > 0
  if (!several && (typeof mask === 'string' ? mask.length <= limits.mask : typeof mask !== 'object')) return
  delete to['inputMask']
  notes.refuse(
    origin,
    '/inputMask',
    'mask',
    `「${origin.label}」的输入格式不止一种或太长，没有导入，现在不检查格式；请改用正则表达式。`,
  )
}

const importRows = (to: Raw, kind: Kind, { notes, origin }: Setting): void => {
  const validate = to['validate']
  if (kind !== 'grid' || !isRecord(validate)) return
  const most = numeric(validate['maxLength'] ?? 0)
  if (!(most > limits.rowsMax)) return
  validate['maxLength'] = limits.rowsMax
  notes.change(
    origin,
    '/validate/maxLength',
    'setting',
    `表格「${origin.label}」原来最多 ${most} 行，现在最多 ${limits.rowsMax} 行。`,
    false,
    most,
    limits.rowsMax,
  )
}
