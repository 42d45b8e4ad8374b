import { type Entry, optionsOf, surveyPart } from '#forms/definition'

/** A value that something is wrong with, and what. */
export type Wrong = { readonly what: string; readonly value: unknown }

const types: Readonly<Record<string, readonly unknown[]>> = {
  text: [{ a: 1 }, 12, true, ['甲']],
  number: ['abc', '12', true, {}, [1]],
  checkbox: ['x', 0, 'true', [true]],
  choice: [{ z: 1 }, ['z']],
  selectboxes: ['a', ['a'], 7, true],
  datetime: [1_700_000_000_000, {}, 'nonsense', '2026-02-30', '2026-13-01', '28/02/2026'],
  day: ['nonsense', '02/30/2026', '2026-02-28', '99/99/9999', '02/2026'],
  time: ['25:00', '8:30', '08:30', 830, {}],
  survey: ['q', [], 7],
  attachment: ['data:image/png;base64,AAAA', 7],
  attachments: [{}, 'x'],
  tags: [7, {}, ['甲', '乙'], '甲,乙'],
  computed: [],
  container: ['x', 7, []],
  grid: ['x', {}, [7], 7],
}

const sized = (length: number): string => '甲'.repeat(Math.max(0, Math.min(length, 20_000)))
const spaced = (words: number): string => 'w '.repeat(Math.max(0, words)).trim()
const limit = (value: unknown): number | undefined =>
  value === null || value === undefined || value === '' || !Number.isFinite(Number(value))
    ? undefined
    : Number(value)

const beyond = ({ component, kind }: Entry): readonly unknown[] => {
  const { validate } = component
  const at = (name: string, make: (n: number) => unknown): readonly unknown[] => {
    const n = limit(validate?.[name])
    return n === undefined ? [] : [make(n)]
  }
  const counted = (n: number): Record<string, boolean> =>
    Object.fromEntries(optionsOf(component).map(({ value }, i) => [String(value), i < n]))
  if (kind === 'text')
    return [
      ...at('minLength', (n) => sized(n - 1)),
      ...at('maxLength', (n) => sized(n + 1)),
      ...at('minWords', (n) => spaced(n - 1)),
      ...at('maxWords', (n) => spaced(n + 1)),
      '☂ no pattern fits this ☂',
      'a@b',
      '   ',
    ]
  if (kind === 'number')
    return [...at('min', (n) => n - 1), ...at('max', (n) => n + 1), ...at('step', (n) => n / 3), 1.23456, -3]
  if (kind === 'selectboxes')
    return [
      ...at('minSelectedCount', (n) => counted(n - 1)),
      ...at('maxSelectedCount', (n) => counted(n + 1)),
      counted(0),
      counted(1),
      {},
    ]
  if (kind === 'datetime') return ['1900-01-01T00:00:00.000Z', '2999-01-01']
  if (kind === 'day') return ['01/01/1900', '01/01/2999', '00/00/0000', '00/00/2026']
  return []
}

const strangers = ({ component, kind }: Entry): readonly unknown[] => {
  if (kind === 'choice') return ['no-such-option', 9_999, false]
  if (kind === 'selectboxes') return [{ 'no-such-option': true }, { 'no-such-option': 'yes' }]
  if (kind !== 'survey') return []
  const [question] = surveyPart(component, 'questions')
  return [{ stranger: '1' }, { [String(question?.value)]: 'no-such-answer' }]
}

/** Everything that can be wrong with the answer of one component, by type, option and limit; also not answered. */
export const wrongsFor = (entry: Entry, valid: unknown): readonly Wrong[] => {
  const list: Wrong[] = []
  const many = entry.component['multiple'] === true && Array.isArray(valid)
  const add = (what: string, values: readonly unknown[]) => {
    for (const value of values) {
      list.push({ what, value: many ? [value] : value })
      if (many)
        list.push({ what: `${what} alone`, value }, { what: `${what} among`, value: [...valid, value] })
    }
  }
  add('type', types[entry.kind] ?? [])
  add('option', strangers(entry))
  add('limit', beyond(entry))
  list.push(
    { what: 'null', value: null },
    { what: 'empty text', value: '' },
    { what: 'absent', value: undefined },
  )
  if (many) list.push({ what: 'no list', value: valid[0] }, { what: 'empty list', value: [] })
  return list
}
