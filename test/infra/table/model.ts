import { fc } from '../../chance.ts'

/** A row of the model: `units` counts thousandths, so that the model never does decimal arithmetic itself. */
export interface ModelRow {
  readonly units: bigint
  readonly tag?: string
  readonly due?: string
}
export type Condition = 'none' | 'absent' | 'present' | { readonly tag: string }
export type Action =
  | { readonly kind: 'put'; readonly key: string; readonly row: ModelRow; readonly when: Condition }
  | { readonly kind: 'add'; readonly key: string; readonly units: bigint; readonly when: Condition }
  | {
      readonly kind: 'tag'
      readonly key: string
      readonly tag: string | null
      readonly due: string
      readonly when: Condition
    }
  | { readonly kind: 'delete'; readonly key: string; readonly when: Condition }
  | { readonly kind: 'check'; readonly key: string; readonly when: Condition }
export type Model = ReadonlyMap<string, ModelRow>

/** `<partition>/<sort key>`; the sort keys mix lengths and planes of Unicode. */
const key = fc
  .tuple(fc.constantFrom('p', 'q'), fc.constantFrom('a', 'a#', 'aa', '户', '\uffee', '\u{20000}', 'Z'))
  .map(([pk, sk]) => `${pk}/${sk}`)
const tag = fc.constantFrom('X', 'Y')
const due = fc.constantFrom('1', '2', '10')
const units = fc.bigInt({ min: -5_000_000n, max: 5_000_000n })
const row: fc.Arbitrary<ModelRow> = fc.oneof(
  units.map((units) => ({ units })),
  fc.record({ units, tag }),
  fc.record({ units, tag, due }),
)
const when: fc.Arbitrary<Condition> = fc.oneof(
  { weight: 4, arbitrary: fc.constant('none' as const) },
  fc.constantFrom('absent' as const, 'present' as const),
  tag.map((tag) => ({ tag })),
)
const write: fc.Arbitrary<Action> = fc.oneof(
  fc.record({ kind: fc.constant('put' as const), key, row, when }),
  fc.record({ kind: fc.constant('add' as const), key, units, when }),
  fc.record({ kind: fc.constant('tag' as const), key, tag: fc.option(tag), due, when }),
  fc.record({ kind: fc.constant('delete' as const), key, when }),
)
const check: fc.Arbitrary<Action> = fc.record({
  kind: fc.constant('check' as const),
  key,
  when: when.filter((w) => w !== 'none'),
})

/** One step: a single write, or a transaction over different rows. */
export const step: fc.Arbitrary<readonly Action[]> = fc.oneof(
  write.map((action) => [action]),
  fc.uniqueArray(fc.oneof({ weight: 4, arbitrary: write }, check), {
    minLength: 2,
    maxLength: 5,
    selector: ({ key }) => key,
  }),
)

function holds(row: ModelRow | undefined, when: Condition): boolean {
  if (when === 'none') return true
  if (when === 'absent') return row === undefined
  if (when === 'present') return row !== undefined
  return row?.tag === when.tag
}

/** The model after a step, and which of its conditions failed; then nothing has changed. */
export function applied(
  model: Model,
  actions: readonly Action[],
): { model: Model; failed: readonly boolean[] } {
  const failed = actions.map(({ key, when }) => !holds(model.get(key), when))
  if (failed.includes(true)) return { model, failed }
  const next = new Map(model)
  for (const action of actions) {
    const old = next.get(action.key)
    if (action.kind === 'put') next.set(action.key, action.row)
    if (action.kind === 'delete') next.delete(action.key)
    if (action.kind === 'add') next.set(action.key, { ...old, units: (old?.units ?? 0n) + action.units })
    if (action.kind === 'tag') {
      const { tag: _, due: __, ...rest } = old ?? { units: 0n }
      next.set(action.key, action.tag === null ? rest : { ...rest, tag: action.tag, due: action.due })
    }
  }
  return { model: next, failed }
}

/** Thousandths as the wire writes them. */
export function decimal(units: bigint): string {
  const text = (units < 0n ? -units : units).toString().padStart(4, '0')
  const fraction = text.slice(-3).replace(/0+$/, '')
  return (units < 0n ? '-' : '') + text.slice(0, -3) + (fraction && `.${fraction}`)
}
