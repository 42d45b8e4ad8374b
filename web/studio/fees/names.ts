import {
  type Catalogue,
  divisionPaths,
  type Funds,
  type Objects,
  type Profile,
  units,
} from '#forms/catalogue'
import type { Fees } from '#forms/fees'
import type { EditorProps } from '../document/editor.tsx'

type Choice = { readonly value: string; readonly label: string }

export type Names = {
  readonly items: Choice[]
  readonly levels: Choice[]
  readonly classes: Choice[]
  readonly units: Choice[]
  readonly funds: Choice[]
  /** Those whose prices this person may set. */
  readonly divisions: Choice[]
  /** Whether a row of this division (none = the whole city) is this person's to change. */
  readonly within: (code: string | undefined) => boolean
  readonly unitOf: (item: string) => string | null
  readonly item: (key: string) => string
  readonly level: (key: string) => string
  readonly objectClass: (key: string) => string
  readonly division: (code: string) => string
}

/** Names for the keys that a fee row carries, from the documents around it. Levels are those of the forms' outcomes. */
export function namesOf(
  around: EditorProps['around'],
  own: readonly string[] | undefined,
  fees?: Fees,
): Names {
  const items = ((around['catalogue'] as Catalogue | undefined)?.items ?? []).map(({ key, name, unit }) => ({
    value: key,
    label: name,
    unit,
  }))
  const classes = ((around['objects'] as Objects | undefined)?.classes ?? []).map(({ key, label }) => ({
    value: key,
    label,
  }))
  const tree = (around['profile'] as Profile | undefined)?.divisions ?? []
  const pathOf = divisionPaths(tree)
  const within = (code: string | undefined) =>
    own === undefined || (code !== undefined && pathOf(code).some((above) => own.includes(above)))
  const all = tree.map(({ code, name }) => ({ value: code, label: name }))
  const levels = levelsOf(around)
  const find = (list: readonly Choice[]) => (key: string) =>
    list.find(({ value }) => value === key)?.label ?? key
  return {
    items,
    levels,
    classes,
    units: [...new Set([...units, ...(fees?.rows ?? []).map(({ unit }) => unit).filter(Boolean)])].map(
      (unit) => ({
        value: unit,
        label: unit,
      }),
    ),
    funds: ((around['funds'] as Funds | undefined)?.funds ?? []).map(({ key, name }) => ({
      value: key,
      label: name,
    })),
    divisions: all.filter(({ value }) => within(value)),
    within,
    unitOf: (key) => items.find(({ value }) => value === key)?.unit ?? null,
    item: find(items),
    level: find(levels),
    objectClass: find(classes),
    division: find(all),
  }
}

type Banded = {
  readonly outcomes?: readonly {
    readonly bands?: readonly { readonly level: string; readonly label: string }[]
  }[]
}

function levelsOf(around: EditorProps['around']): Choice[] {
  const forms = Object.entries(around).flatMap(([key, form]) =>
    key.startsWith('form:') ? [form as Banded] : [],
  )
  const bands = forms.flatMap(({ outcomes = [] }) => outcomes.flatMap(({ bands = [] }) => bands))
  return [...new Map(bands.map(({ level, label }) => [level, label]))].map(([value, label]) => ({
    value,
    label,
  }))
}
