import { fc } from '../../../chance.ts'
import { choices, type Json, leaf, type TestForm } from './forms.ts'

/** Where a component stands. */
type Spot = { readonly list: Json[]; readonly i: number; readonly one: Json; readonly depth: number }

export const spots = (list: Json[], depth = 0): Spot[] =>
  list.flatMap((one, i) => [
    { list, i, one, depth },
    ...(Array.isArray(one['components']) ? spots(one['components'] as Json[], depth + 1) : []),
  ])

type Edit = (spot: Spot, form: TestForm, n: number) => void
const inside = (one: Json, name: string): Json => {
  const found = { ...(one[name] as Json | undefined) }
  one[name] = found
  return found
}
const set = (one: Json, name: string, value: unknown): void => {
  if (value === undefined) delete one[name]
  else one[name] = value
}
const flip = (one: Json, name: string): void => set(one, name, one[name] === true ? undefined : true)
const pick = <T>(list: readonly T[], n: number): T | undefined => list[n % list.length]
const options = (one: Json): Json[] | undefined => {
  const found = one['values'] ?? (one['data'] as Json | undefined)?.['values'] ?? one['questions']
  return Array.isArray(found) ? (found as Json[]) : undefined
}
const keys = ['a', 'b', 'c', 'd'] as const
const asks = (n: number) => ({ '==': [{ var: `data.${pick(keys, n)}` }, pick(['a', true, 2, null], n >> 2)] })
const rule = (n: number) => ({ var: `data.${pick(keys, n)}` })

/** One change that somebody may make to a form; where it does not fit, nothing happens. */
const edits: readonly Edit[] = [
  ({ list, i }) => void list.splice(i, 1),
  ({ list, i }, _, n) => void list.splice(i, 0, leaf(`n${n % 3}`, n)),
  ({ list, i }, _, n) =>
    void list.splice(i, 0, {
      type: 'panel',
      key: `p${n % 3}`,
      title: '新',
      components: [leaf(`m${n % 3}`, n)],
    }),
  ({ one }, _, n) => set(one, 'key', `k${n % 3}`),
  ({ one }, _, n) => set(one, 'label', `另${n % 3}`),
  ({ one }, _, n) => set(one, 'description', pick(['说明', undefined], n)),
  ({ one }) => flip(one, 'hidden'),
  ({ one }) => flip(one, 'disabled'),
  ({ one }) => set(one, 'clearOnHide', one['clearOnHide'] === false ? undefined : false),
  ({ one }) => flip(inside(one, 'validate'), 'required'),
  ({ one }, _, n) =>
    set(inside(one, 'validate'), pick(['min', 'minLength', 'minSelectedCount', 'minWords'], n) ?? '', n % 3),
  ({ one }, _, n) =>
    set(inside(one, 'validate'), pick(['max', 'maxLength', 'maxSelectedCount', 'maxWords'], n) ?? '', n % 5),
  ({ one }, _, n) =>
    set(one, 'validate', pick([{}, { step: 2 }, { step: 1 }, { integer: true }, { pattern: '[a-c]*' }], n)),
  ({ one }) => flip(inside(one, 'validate'), 'unique'),
  ({ one }, _, n) => set(inside(one, 'validate'), 'json', n % 2 ? { '!!': [{ var: 'value' }] } : undefined),
  ({ one }, _, n) => set(one, 'conditional', n % 3 ? { json: asks(n) } : undefined),
  ({ one }, _, n) =>
    set(one, 'conditional', {
      show: n % 2 === 0,
      conjunction: pick(['all', 'any'], n >> 1),
      conditions: [n, n >> 3].map((m) => ({ component: pick(keys, m), operator: 'isNotEmpty' })).slice(n % 2),
    }),
  ({ one }, _, n) =>
    set(
      one,
      'calculateValue',
      n % 3 ? pick([{ '+': [rule(n), 1] }, rule(n), 'a', { cat: [rule(n)] }], n >> 2) : undefined,
    ),
  ({ one }, _, n) => set(one, 'defaultValue', pick(['a', 2, true, undefined], n)),
  ({ one }, _, n) => {
    const property = { value: pick(['hidden', 'disabled', 'validate.required', 'label'], n) }
    const action = { type: 'property', property, state: n % 3 > 0, text: '改' }
    const value = { type: 'value', value: rule(n) }
    const more = { trigger: { type: 'json', json: asks(n) }, actions: [n % 5 ? action : value] }
    set(one, 'logic', n % 7 ? [...((one['logic'] as Json[]) ?? []), more] : undefined)
  },
  ({ one }) => void (one['logic'] as Json[] | undefined)?.reverse(),
  ({ one }, _, n) => void options(one)?.splice(n % 3, 1),
  ({ one }, _, n) => void options(one)?.push(...choices(`z${n % 2}`)),
  ({ one }) => void options(one)?.reverse(),
  ({ one }, _, n) => {
    const option = pick(options(one) ?? [], n)
    if (option) option['label'] = '换了说法'
  },
  ({ one }, _, n) => set(one, 'dataType', pick(['string', 'number', undefined], n)),
  ({ list, i, one }, _, n) => void (one['components'] ?? list.splice(i, 1, leaf(String(one['key']), n))),
  ({ one }) => void (one['components'] ?? flip(one, 'multiple')),
  ({ one }, _, n) => set(one, 'decimalLimit', pick([0, 1, 2, undefined], n)),
  ({ one }, _, n) => set(one, 'inputMask', pick(['aa', undefined], n)),
  ({ one }, _, n) =>
    set(
      one,
      'datePicker',
      pick([{ minDate: '2026-01-01' }, { maxDate: '2026-02-28' }, { minDate: '2026-03-01' }], n),
    ),
  ({ one }, _, n) => set(one, 'minDate', pick(['2026-01-01', '2026-03-01', undefined], n)),
  ({ one }) => flip(one, 'dayFirst'),
  ({ one }, _, n) =>
    set(one, 'fields', {
      [pick(['day', 'month'], n) ?? '']: { [pick(['hide', 'required'], n >> 1) ?? '']: true },
    }),
  ({ one }) => set(one, 'storeas', one['storeas'] ? undefined : 'array'),
  ({ one }, _, n) =>
    set(one, 'properties', pick([{ format: 'money' }, { format: 'cn-id' }, { element: 'x' }, undefined], n)),
  ({ list, i, one }, _, n) => {
    const type = pick(['panel', 'container', 'fieldset'], n)
    list.splice(i, 1, {
      type,
      key: `w${n % 3}`,
      label: '包',
      ...(n % 4 ? {} : { disabled: true }),
      components: [one],
    })
  },
  ({ list, i, one }) => {
    if (Array.isArray(one['components'])) list.splice(i, 1, ...(one['components'] as Json[]))
  },
  ({ list, i, one, depth }, form, n) => {
    const target = pick(
      spots(form.definition.components).filter((spot) => Array.isArray(spot.one['components'])),
      n,
    )
    if (!target || depth + target.depth > 4 || spots([one]).some((spot) => spot.one === target.one)) return
    list.splice(i, 1)
    ;(target.one['components'] as Json[]).push(one)
  },
  ({ one }, _, n) => flip(one, pick(['truncateMultipleSpaces', 'unique', 'enableTime'], n) ?? ''),
  ({ one }, _, n) =>
    set(one, pick(['minYear', 'maxYear'], n) ?? '', pick([2025, 2026, 2027, undefined], n >> 1)),
  ({ one }, _, n) => set(one, 'dataFormat', pick(['HH:mm', 'HH:mm:ss', undefined], n)),
  ({ one }) => flip(inside(one, 'validate'), 'skipMaskValidation'),
  ({ list }) => void list.reverse(),
  ({ one }, _, n) =>
    void (Array.isArray(one['components']) && set(inside(one, 'validate'), 'maxLength', n % 4)),
  (_, form, n) => set(form.outcomes[0] ?? {}, 'value', pick([{ count: [rule(n)] }, 1, rule(n)], n)),
  (_, form, n) =>
    set(
      form.outcomes[0] ?? {},
      'bands',
      pick([[{ from: 0, level: 'x', label: '全' }], [{ from: 0, to: 9, level: 'x', label: '全' }]], n),
    ),
  (_, form) =>
    void form.outcomes.push({
      key: 'more',
      title: '又',
      rule: '一',
      value: 1,
      bands: [{ from: 0, level: 'y', label: '多' }],
    }),
  (_, form) => void form.outcomes.splice(0, 1),
  (_, form, n) =>
    set(form.recommends[0] ?? {}, pick(['when', 'because'], n) ?? '', n % 2 ? '别的理由' : rule(n)),
  (_, form) => void form.recommends.push({ item: 'bath', because: '需要', when: true }),
]

export type Change = { readonly where: number; readonly what: number; readonly n: number }
export const changes: fc.Arbitrary<Change> = fc.record({
  where: fc.nat(1_000),
  what: fc.nat(edits.length - 1),
  n: fc.nat(1_000),
})

/** The form after some changes; the given one stays as it is. */
export const changed = (form: TestForm, list: readonly Change[]): TestForm => {
  const copy = structuredClone(form)
  for (const { where, what, n } of list) {
    const spot = pick(spots(copy.definition.components), where)
    if (spot) edits[what]?.(spot, copy, n)
  }
  return copy
}
