import {
  analyse,
  type Compatibility,
  comparison,
  type FormDocument,
  type Judged,
  optionsOf,
  type Seat,
  surveyPart,
} from '#forms/definition'

/** A question as it stands in one version, told so that two of them can be read side by side. */
export type Told = {
  readonly label: string
  readonly type: string
  readonly required: boolean
  readonly help: string
  readonly options: readonly string[]
  /** Its rules in plain words. */
  readonly rules: readonly string[]
}

export type ComparedRow = {
  readonly id: string
  readonly state: 'same' | 'changed' | 'added' | 'removed' | 'moved'
  readonly was?: Told
  readonly is?: Told
  readonly lines: readonly Compatibility[]
  /** JSON pointer into the newer form, or into the older one for what was removed. */
  readonly pointer: string
}

export type Compared = {
  readonly rows: readonly ComparedRow[]
  /** What is said of the form as a whole: results, advice, its order. */
  readonly lines: readonly Compatibility[]
}

/** Two versions question by question, matched by key, in the order of the newer one; what was removed stands where it was. */
export const compareVersions = (older: FormDocument, newer: FormDocument): Compared => {
  const { pairs, lines } = comparison(older, newer)
  const [before, after] = [tellerOf(older), tellerOf(newer)]
  const rows = placed(pairs).map(({ was, is, renamed, moved, lines: own }): ComparedRow => {
    const { id = '', pointer = '' } = is ?? was ?? {}
    const shift = moved && own.every(({ code }) => code === 'moved')
    const state = !was
      ? 'added'
      : !is
        ? 'removed'
        : shift
          ? 'moved'
          : own.length > 0 || renamed
            ? 'changed'
            : 'same'
    return {
      id: `${id} ${was === undefined}`,
      state,
      ...(was && { was: before(was) }),
      ...(is && { is: after(is) }),
      lines: own,
      pointer,
    }
  })
  return { rows, lines }
}

/** Removed questions stand before the first of those that stood behind them. */
const placed = (pairs: readonly Judged[]): readonly Judged[] => {
  const list = pairs.filter(({ is }) => is)
  for (const gone of pairs.filter(({ is }) => !is)) {
    const at = list.findIndex(({ was }) => was && gone.was && isBehind(was.pointer, gone.was.pointer))
    list.splice(at < 0 ? list.length : at, 0, gone)
  }
  return list
}

const isBehind = (a: string, b: string): boolean => {
  const [left, right] = [a, b].map((pointer) => pointer.split('/'))
  for (const [i, step] of (left ?? []).entries()) {
    const other = right?.[i]
    if (step === other) continue
    return other === undefined || Number(step) > Number(other)
  }
  return false
}

const tellerOf = ({ definition, outcomes, recommends }: FormDocument): ((seat: Seat) => Told) => {
  const { rules } = analyse(definition, { ...(outcomes && { outcomes }), ...(recommends && { recommends }) })
  const said = Map.groupBy(rules, ({ path }) => path)
  return ({ component, label, path, layout }) => ({
    label,
    type: component.type,
    required: component.validate?.required === true,
    help: typeof component['description'] === 'string' ? component['description'] : '',
    options: [...optionsOf(component), ...surveyPart(component, 'questions')].map((one) => one.label),
    rules: layout ? [] : (said.get(path) ?? []).map(({ words }) => words),
  })
}
