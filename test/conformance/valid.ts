import { type Entry, optionsOf, surveyPart } from '#forms/definition'
import { pick, type Random } from './random.ts'

const file = { attachment: '01JD0000000000000000000000', sha256: 'a'.repeat(64) }
const numberOf = (value: unknown): number | undefined =>
  (typeof value === 'number' || (typeof value === 'string' && value.trim() !== '')) &&
  Number.isFinite(Number(value))
    ? Number(value)
    : undefined

/** Texts that patterns in the corpus ask for; the first that fits is taken. */
const samples = [
  '甲乙丙',
  'abc',
  '12',
  '1234',
  '12345',
  '123456789',
  '12345678901',
  'A1B 2C3',
  '0',
  'a',
  'x y z w',
]

const textFor = ({ component }: Entry, hints: readonly unknown[], random: Random): unknown => {
  const { type, validate } = component
  const hint =
    random() < 0.6
      ? pick(
          random,
          hints.filter((one) => typeof one === 'string'),
        )
      : undefined
  const mask = component['inputMask']
  if (hint !== undefined) return hint
  if (typeof mask === 'string' && mask !== '')
    return mask.replaceAll(/[9aA*]/g, (sign) => (sign === '9' ? '7' : sign === 'A' ? 'Q' : 'q'))
  if (type === 'email') return pick(random, ['a@example.cn', 'li.si@mail.example.com'])
  if (type === 'url') return pick(random, ['https://example.org/a?b=1', 'http://example.cn'])
  const { pattern } = validate ?? {}
  const least = numberOf(validate?.minLength) ?? 0
  const most = numberOf(validate?.maxLength) ?? 10_000
  const words = numberOf(validate?.minWords) ?? 0
  const fits = (text: string): boolean =>
    text.length >= least &&
    text.length <= most &&
    (typeof pattern !== 'string' || pattern === '' || new RegExp(`^(?:${pattern})$`).test(text))
  const start = Math.floor(random() * samples.length)
  const turned = [
    ...samples.slice(start),
    ...samples.slice(0, start),
    ...(words > 0 ? ['w '.repeat(words).trim()] : []),
  ]
  return (
    [...turned, ...turned.map((text) => text.repeat(Math.ceil(least / text.length) || 1).slice(0, most))]
      .filter((text) => text.split(/\s+/).length >= words)
      .find(fits) ?? undefined
  )
}

const numberFor = ({ component }: Entry, hints: readonly unknown[], random: Random): unknown => {
  const { validate } = component
  const min = numberOf(validate?.min)
  const max = numberOf(validate?.max)
  const list = [...hints, 0, 1, 5, 17, 2.5, min, max, min !== undefined && min + 1, (min ?? 0) + 0.5].flatMap(
    (one) => (typeof one === 'number' ? [one] : []),
  )
  return pick(
    random,
    list.filter((one) => one >= (min ?? one) && one <= (max ?? one)),
  )
}

const selected = (entry: Entry, random: Random): Record<string, boolean> => {
  const names = optionsOf(entry.component).map(({ value }) => String(value))
  const least = numberOf(entry.component.validate?.minSelectedCount) ?? 0
  const most = numberOf(entry.component.validate?.maxSelectedCount) ?? names.length
  const wanted = Math.min(most, Math.max(least, Math.floor(random() * (names.length + 1))))
  const start = Math.floor(random() * names.length)
  const on = new Set(Array.from({ length: wanted }, (_, i) => names[(start + i) % names.length]))
  return Object.fromEntries(names.map((name) => [name, on.has(name)]))
}

const dayFor = ({ component }: Entry): string => {
  const fields = component['fields'] as Record<string, { hide?: unknown }> | undefined
  const order = component['dayFirst'] === true ? ['day', 'month', 'year'] : ['month', 'day', 'year']
  const text: Readonly<Record<string, string>> = { day: '09', month: '03', year: '2026' }
  return order
    .filter((part) => fields?.[part]?.hide !== true)
    .map((part) => text[part])
    .join('/')
}

/** One answer that the form allows; undefined where none was found. `hints` are values that conditions ask for. */
export const validFor = (entry: Entry, hints: readonly unknown[], random: Random): unknown => {
  const one = () => single(entry, hints, random)
  const { kind, component } = entry
  if (kind === 'attachments') return component['multiple'] === true ? [file, file] : [file]
  if (component['multiple'] !== true || kind === 'tags' || kind === 'selectboxes' || kind === 'survey')
    return one()
  return Array.from({ length: 1 + Math.floor(random() * 2) }, one).filter((item) => item !== undefined)
}

const single = (entry: Entry, hints: readonly unknown[], random: Random): unknown => {
  const { kind, component } = entry
  switch (kind) {
    case 'text':
      return textFor(entry, hints, random)
    case 'number':
      return numberFor(entry, hints, random)
    case 'checkbox':
      return random() < 0.5
    case 'choice':
      return pick(random, optionsOf(component))?.value
    case 'selectboxes':
      return selected(entry, random)
    case 'datetime':
      return pick(random, ['2026-03-09', '2026-03-09T08:30:00.000Z', '2026-03-09T08:30:00+08:00'])
    case 'day':
      return dayFor(entry)
    case 'time':
      return pick(random, ['08:30:00', '23:59:59'])
    case 'survey': {
      const values = surveyPart(component, 'values')
      return Object.fromEntries(
        surveyPart(component, 'questions').map(({ value }) => [value, pick(random, values)?.value]),
      )
    }
    case 'attachment':
      return file
    case 'tags':
      return component['storeas'] === 'array' ? ['甲', '乙'] : '甲,乙'
    case 'computed':
      return pick(random, ['来自客户端', 7])
    default:
      return undefined
  }
}
