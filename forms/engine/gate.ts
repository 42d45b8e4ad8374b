import { type Component, isRecord, type Kind, limits, type Option, surveyPart } from '../definition/index.ts'
import { isFlag, isList, isNumber, isText } from '../logic/index.ts'
import { checkCreditCode, checkIdNumber } from '../standards/index.ts'
import { gateDatetime, gateDay, gateTime } from './gate-dates.ts'
import { Bad, type Gate } from './plan.ts'

const bad = {
  type: new Bad('type'),
  option: new Bad('option'),
  tooLong: new Bad('tooLong'),
  tooMany: new Bad('tooMany'),
  sign: new Bad('sign'),
  id: new Bad('cn-id'),
  creditCode: new Bad('cn-credit-code'),
  mobile: new Bad('cn-mobile'),
  division: new Bad('cn-division'),
  money: new Bad('money'),
} as const

const gateText: Gate = (value) => {
  if (!isText(value)) return bad.type
  if (value.length > limits.text) return bad.tooLong
  return value.isWellFormed() && !value.includes('\u0000') ? value : bad.sign
}

/** Text as a component wants it: mail addresses in small letters, spaces put in order where it says so. */
const gateWritten = (component: Component): Gate => {
  const mail = component.type === 'email'
  const single = component['truncateMultipleSpaces'] === true
  if (!mail && !single) return gateText
  return (value, run) => {
    const text = gateText(value, run)
    if (!isText(text)) return text
    const tidy = single ? text.trim().replaceAll(/\s{2,}/g, ' ') : text
    return mail ? tidy.trim().toLowerCase() : tidy
  }
}

/** National formats: the answer becomes the official way of writing. */
const formatted: Readonly<Record<string, Gate>> = {
  'cn-id': (value, run) => {
    const check = checkIdNumber(value, { demo: run.demo, today: run.today })
    return check.ok ? check.number : bad.id
  },
  'cn-credit-code': (value) => {
    const check = checkCreditCode(value)
    return check.ok ? check.code : bad.creditCode
  },
  'cn-mobile': (value, run) =>
    isText(value) && (run.demo ? /^(?:1[3-9]\d{9}|100-?0000-?\d{4})$/ : /^1[3-9]\d{9}$/).test(value)
      ? value
      : bad.mobile,
  'cn-division': (value) =>
    isText(value) && /^[1-9]\d{5}(?:\d{3}(?:\d{3})?)?$/.test(value) ? value : bad.division,
  money: (value) => (isNumber(value) && Number.isSafeInteger(value) && value >= 0 ? value || 0 : bad.money),
}

const gateNumber: Gate = (value) =>
  isNumber(value) && Number.isFinite(value) && Math.abs(value) <= 1e15 ? value || 0 : bad.type

const gateCheckbox: Gate = (value) => (isFlag(value) ? value : bad.type)

const gateChoice = (options: readonly Option[]): Gate => {
  const known = new Map(options.map((option) => [String(option.value), option.value]))
  return (value) => {
    if (!isText(value) && !isNumber(value) && !isFlag(value)) return bad.type
    const found = known.get(String(value))
    return found === undefined ? bad.option : found
  }
}

const gateSelectboxes = (options: readonly Option[]): Gate => {
  const names = options.map((option) => String(option.value))
  const known = new Set(names)
  return (value) => {
    if (!isRecord(value)) return bad.type
    const keys = Object.keys(value)
    if (keys.length > names.length + limits.values) return bad.option
    // Form.io's renderer sends an empty key along, and options that are gone from the form as not ticked.
    if (keys.some((key) => !known.has(key) && key !== '' && value[key] !== false)) return bad.option
    const result: Record<string, boolean> = {}
    for (const name of names) {
      if (!Object.hasOwn(value, name)) continue
      const on = value[name]
      if (!isFlag(on)) return bad.type
      result[name] = on
    }
    return result
  }
}

const gateSurvey = (component: Component): Gate => {
  const questions = surveyPart(component, 'questions').map(({ value }) => String(value))
  const known = new Set(questions)
  const answers = new Set(surveyPart(component, 'values').map(({ value }) => String(value)))
  return (value) => {
    if (!isRecord(value)) return bad.type
    const keys = Object.keys(value)
    if (keys.length > questions.length || keys.some((key) => !known.has(key))) return bad.option
    const result: Record<string, string> = {}
    for (const question of questions) {
      if (!Object.hasOwn(value, question)) continue
      const answer = value[question]
      if (answer === '' || answer === null) continue
      if ((!isText(answer) && !isNumber(answer)) || !answers.has(String(answer))) return bad.option
      result[question] = String(answer)
    }
    return result
  }
}

/** `{ attachment, sha256 }` and nothing else: never the bytes themselves. */
const gateAttachment: Gate = (value) => {
  if (!isRecord(value)) return bad.type
  const { attachment, sha256 } = value
  if (!isText(attachment) || !/^[0-9A-Za-z_-]{1,64}$/.test(attachment)) return bad.type
  return isText(sha256) && /^[0-9a-f]{64}$/.test(sha256) ? { attachment, sha256 } : bad.type
}

const gateList =
  (gate: Gate, most: number): Gate =>
  (value, run) => {
    if (!isList(value)) return bad.type
    if (value.length > most) return bad.tooMany
    const result: unknown[] = []
    for (const item of value) {
      const taken = gate(item, run)
      if (taken instanceof Bad) return taken
      result.push(taken)
    }
    return result
  }

const filled = (item: unknown): boolean => item !== null && item !== ''

/** Blank lines of a `multiple` field, as Form.io's renderer sends them, are no answers. */
const gateMany =
  (gate: Gate): Gate =>
  (value, run) => {
    if (!isList(value)) return bad.type
    if (value.length > limits.values) return bad.tooMany
    const taken = gateList(gate, limits.values)(value.filter(filled), run)
    return isList(taken) ? taken.filter(filled) : taken
  }

const gateTags = (component: Component): Gate =>
  component['storeas'] === 'array' ? gateList(gateText, limits.values) : gateText

/** Values that only the form makes: primitives. */
const gateComputed: Gate = (value) => {
  if (isText(value)) return value.length > limits.text ? bad.tooLong : value
  if (isNumber(value)) return Number.isFinite(value) ? value || 0 : bad.type
  return isFlag(value) ? value : bad.type
}

const single = (kind: Kind, component: Component, options: readonly Option[]): Gate | undefined => {
  const format = component.properties?.format
  switch (kind) {
    case 'text':
      return format !== undefined && format !== 'money' && Object.hasOwn(formatted, format)
        ? formatted[format]
        : gateWritten(component)
    case 'number':
      return format === 'money' ? formatted['money'] : gateNumber
    case 'checkbox':
      return gateCheckbox
    case 'choice':
      return gateChoice(options)
    case 'selectboxes':
      return gateSelectboxes(options)
    case 'datetime':
      return gateDatetime
    case 'day':
      return gateDay(component)
    case 'time':
      return gateTime(component)
    case 'survey':
      return gateSurvey(component)
    case 'attachment':
    case 'attachments':
      return gateAttachment
    case 'tags':
      return gateTags(component)
    case 'computed':
      return gateComputed
    default:
      return undefined
  }
}

const manyKinds: ReadonlySet<Kind> = new Set(['text', 'number', 'choice', 'datetime', 'day', 'time'])

/** Whether a component's answer is a list of single answers. */
export const takesMany = (kind: Kind, component: Component): boolean =>
  component['multiple'] === true && manyKinds.has(kind)

/** The gate of a component: exactly the type that `evaluate` documents for it, copied, bounded. */
export const gateOf = (kind: Kind, component: Component, options: readonly Option[]): Gate | undefined => {
  const gate = single(kind, component, options)
  if (!gate) return undefined
  if (kind === 'attachments') return gateList(gate, component['multiple'] === true ? 20 : 1)
  return takesMany(kind, component) ? gateMany(gate) : gate
}
