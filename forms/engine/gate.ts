import { type Component, isRecord, type Kind, limits, type Option, surveyPart } from '../definition/index.ts'
import { isBlank, isFlag, isList, isNumber, isScalar, isText } from '../logic/index.ts'
import { checkCreditCode, readIdNumber } from '../standards/index.ts'
import { gateDatetime, gateDay, gateTime } from './gate-dates.ts'
import { Bad, type Gate, type Run } from './plan.ts'

const bad = {
  type: new Bad('type'),
  option: new Bad('option'),
  tooLong: new Bad('tooLong'),
  tooMany: new Bad('tooMany'),
  sign: new Bad('sign'),
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

/** The answer in the official way of writing, undefined if it is none. */
const formats: Readonly<Record<string, (value: unknown, run: Run) => unknown>> = {
  'cn-id': (value, run) => {
    const read = readIdNumber(value, run)
    return isText(read) ? undefined : read.number
  },
  'cn-credit-code': (value) => {
    const check = checkCreditCode(value)
    return check.ok ? check.code : undefined
  },
  'cn-mobile': (value, run) =>
    matching(value, run.demo ? /^(?:1[3-9]\d{9}|100-?0000-?\d{4})$/ : /^1[3-9]\d{9}$/),
  'cn-division': (value) => matching(value, /^[1-9]\d{5}(?:\d{3}(?:\d{3})?)?$/),
  money: (value) => (isNumber(value) && Number.isSafeInteger(value) && value >= 0 ? value || 0 : undefined),
}

const matching = (value: unknown, pattern: RegExp): string | undefined =>
  isText(value) && pattern.test(value) ? value : undefined

const gateFormat = (format: string): Gate => {
  const written = formats[format]
  const refused = new Bad(format)
  return (value, run) => written?.(value, run) ?? refused
}

const gateNumber: Gate = (value) => (isNumber(value) && Math.abs(value) <= 1e15 ? value || 0 : bad.type)

const gateCheckbox: Gate = (value) => (isFlag(value) ? value : bad.type)

const gateChoice = (_: Component, options: readonly Option[]): Gate => {
  const known = new Map(options.map((option) => [String(option.value), option.value]))
  return (value) => {
    return isScalar(value) ? (known.get(String(value)) ?? bad.option) : bad.type
  }
}

/** An object of which every name is known, taken name by name; undefined is not taken. */
const gateNames = (
  names: readonly string[],
  take: (value: unknown) => unknown,
  isGone: (name: string, value: unknown) => boolean = () => false,
): Gate => {
  const known = new Set(names)
  return (value) => {
    if (!isRecord(value)) return bad.type
    const keys = Object.keys(value)
    if (keys.length > names.length + limits.values) return bad.option
    if (keys.some((key) => !known.has(key) && !isGone(key, value[key]))) return bad.option
    const result: Record<string, unknown> = {}
    for (const name of names) {
      if (!Object.hasOwn(value, name)) continue
      const taken = take(value[name])
      if (taken instanceof Bad) return taken
      if (taken !== undefined) result[name] = taken
    }
    return result
  }
}

const texts = (options: readonly Option[]): readonly string[] => options.map(({ value }) => String(value))

/** Form.io's renderer sends an empty key along, and options that are gone from the form as not ticked. */
const gateSelectboxes = (_: Component, options: readonly Option[]): Gate =>
  gateNames(
    texts(options),
    (value) => (isFlag(value) ? value : bad.type),
    (name, value) => name === '' || value === false,
  )

const gateSurvey = (component: Component): Gate => {
  const answers = new Set(texts(surveyPart(component, 'values')))
  return gateNames(texts(surveyPart(component, 'questions')), (value) => {
    if (value === '' || value === null) return undefined
    return (isText(value) || isNumber(value)) && answers.has(String(value)) ? String(value) : bad.option
  })
}

/** `{ attachment, sha256 }` and nothing else: never the bytes themselves. */
const gateAttachment: Gate = (value) => {
  if (!isRecord(value)) return bad.type
  const { attachment, sha256 } = value
  if (!isText(attachment) || !/^[0-9A-Za-z_-]{1,64}$/.test(attachment)) return bad.type
  return isText(sha256) && /^[0-9a-f]{64}$/.test(sha256) ? { attachment, sha256 } : bad.type
}

/** Blank lines, as Form.io's renderer sends them of a `multiple` field, are no answers: `skips` leaves them out. */
const gateList =
  (gate: Gate, most: number, skips = false): Gate =>
  (value, run) => {
    if (!isList(value)) return bad.type
    if (value.length > most) return bad.tooMany
    const result: unknown[] = []
    for (const item of value) {
      const taken = skips && isBlank(item) ? item : gate(item, run)
      if (taken instanceof Bad) return taken
      if (!skips || !isBlank(taken)) result.push(taken)
    }
    return result
  }

/** Values that only the form makes: primitives. */
const gateComputed: Gate = (value) => {
  if (isText(value)) return value.length > limits.text ? bad.tooLong : value
  if (isNumber(value)) return Number.isFinite(value) ? value || 0 : bad.type
  return isFlag(value) ? value : bad.type
}

/** The gate of a single answer; kinds that hold none, or only other components, have none. */
const gates: Readonly<Partial<Record<Kind, (component: Component, options: readonly Option[]) => Gate>>> = {
  text: (component) => {
    const format = component.properties?.format
    return format !== undefined && format !== 'money' && Object.hasOwn(formats, format)
      ? gateFormat(format)
      : gateWritten(component)
  },
  number: ({ properties }) => (properties?.format === 'money' ? gateFormat('money') : gateNumber),
  checkbox: () => gateCheckbox,
  choice: gateChoice,
  selectboxes: gateSelectboxes,
  datetime: () => gateDatetime,
  day: gateDay,
  time: gateTime,
  survey: gateSurvey,
  attachment: () => gateAttachment,
  attachments: ({ multiple }) => gateList(gateAttachment, multiple === true ? 20 : 1),
  tags: ({ storeas }) => (storeas === 'array' ? gateList(gateText, limits.values) : gateText),
  computed: () => gateComputed,
}

const manyKinds: ReadonlySet<Kind> = new Set(['text', 'number', 'choice', 'datetime', 'day', 'time'])

/** Whether a component's answer is a list of single answers. */
export const takesMany = (kind: Kind, component: Component): boolean =>
  component['multiple'] === true && manyKinds.has(kind)

/** The gate of a component: exactly the type that `evaluate` documents for it, copied, bounded. */
export const gateOf = (kind: Kind, component: Component, options: readonly Option[]): Gate | undefined => {
  const gate = gates[kind]?.(component, options)
  return gate && takesMany(kind, component) ? gateList(gate, limits.values, true) : gate
}
