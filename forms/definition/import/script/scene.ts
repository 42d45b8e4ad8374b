import { optionsOf, surveyPart } from '../../options.ts'
import { type Entry, holdsValue, type Outline } from '../../outline.ts'
import { kind, kindOfOption } from './kinds.ts'

/** What stands at a name: what it may be, and what is inside. `key` is its key in the form, where that changed. */
export type Shape = {
  readonly kinds: number
  readonly key?: string
  readonly fields?: ReadonlyMap<string, Shape>
  /** Of a list. */
  readonly element?: Shape
  /** A date or day without a time, as the form's answers hold it. */
  readonly date?: boolean
  /** Of a list of boxes. */
  readonly boxes?: boolean
}

/** What the names of a script stand for. */
export type Scene = {
  readonly data: Shape
  readonly row: Shape
  /** The answer of the component whose script it is. */
  readonly input: Shape
}

/** What the names of a script meant before the import. */
export type Names = {
  /** Old keys by component, where the import gave another one. */
  readonly renamed: ReadonlyMap<object, string>
  /** Choices whose answers were `{ label, value }`: there `x.value` is what is `x` here. */
  readonly valued: ReadonlySet<object>
}

const listed = (element: Shape): Shape => ({ kinds: kind.list | kind.missing, element })

const choiceShape = (entry: Entry): Shape => {
  const { component } = entry
  if (typeof component.properties?.options === 'string') return { kinds: kind.text | kind.unanswered }
  return {
    kinds: optionsOf(component).reduce<number>(
      (all, { value }) => all | (component['dataType'] === 'string' ? kind.text : kindOfOption(value)),
      kind.unanswered,
    ),
  }
}

const entries = (list: readonly { readonly value: unknown }[], shape: Shape): ReadonlyMap<string, Shape> =>
  new Map(list.map(({ value }) => [String(value), shape]))

const single = (entry: Entry, inside: (entry: Entry) => Shape): Shape => {
  const { component } = entry
  switch (entry.kind) {
    case 'text':
    case 'day':
    case 'time':
      return { kinds: kind.text | kind.unanswered }
    case 'datetime':
      return { kinds: kind.text | kind.unanswered, date: component['enableTime'] === false }
    case 'number':
      return { kinds: kind.number | kind.missing }
    case 'checkbox':
      return { kinds: kind.boolean | kind.unticked }
    case 'choice':
      return choiceShape(entry)
    case 'selectboxes':
      return {
        kinds: kind.object | kind.missing,
        fields: entries(optionsOf(component), { kinds: kind.boolean | kind.unticked }),
        boxes: true,
      }
    case 'survey':
      return {
        kinds: kind.object | kind.missing,
        fields: entries(surveyPart(component, 'questions'), {
          kinds: surveyPart(component, 'values').reduce<number>(
            (all, { value }) => all | kindOfOption(value),
            kind.unanswered,
          ),
        }),
      }
    case 'tags':
      return component['storeas'] === 'array'
        ? listed({ kinds: kind.text })
        : { kinds: kind.text | kind.unanswered }
    case 'computed':
      return { kinds: kind.text | kind.unanswered | kind.number | kind.boolean | kind.missing }
    case 'grid':
      return listed(inside(entry))
    case 'container':
      return { ...inside(entry), kinds: kind.object | kind.missing }
    case 'attachments':
      return listed({ kinds: kind.object })
    default:
      return { kinds: kind.object | kind.missing }
  }
}

const many: ReadonlySet<string> = new Set(['text', 'number', 'choice', 'datetime', 'day', 'time'])

/** Gives the scene of every component's scripts. Shapes are made once per holder. */
export const scenes = (outline: Outline, { renamed, valued }: Names): ((entry: Entry) => Scene) => {
  const known = new Map<Entry | undefined, Shape>()
  const holderShape = (holder: Entry | undefined): Shape => {
    const found = known.get(holder)
    if (found) return found
    const fields = new Map<string, Shape>()
    const shape: Shape = { kinds: kind.object, fields }
    known.set(holder, shape)
    for (const entry of (holder ? holder.inside : outline.root).values()) {
      if (!holdsValue(entry.kind)) continue
      place(fields, (renamed.get(entry.component) ?? entry.key).split('.'), entry.key, shapeOf(entry))
    }
    return shape
  }
  const shapes = new Map<Entry, Shape>()
  const shapeOf = (entry: Entry): Shape => {
    const found = shapes.get(entry)
    if (found) return found
    const one = single(entry, holderShape)
    const shape =
      entry.component['multiple'] === true && many.has(entry.kind)
        ? listed({ ...one, kinds: one.kinds & ~(kind.unanswered | kind.missing) })
        : one
    const whole = valued.has(entry.component)
      ? { ...shape, fields: new Map([['value', { ...shape, key: '' }]]) }
      : shape
    shapes.set(entry, whole)
    return whole
  }
  return (entry) => ({
    data: holderShape(undefined),
    row: holderShape(entry.holder),
    input: shapeOf(entry),
  })
}

/** Sets a name; one with dots was a path before, and only its last step is a key now. */
const place = (
  fields: Map<string, Shape>,
  [first = '', ...rest]: readonly string[],
  key: string,
  shape: Shape,
): void => {
  if (rest.length === 0) {
    if (!fields.has(first)) fields.set(first, first === key ? shape : { ...shape, key })
    return
  }
  const known = fields.get(first)
  const inner = known?.key === '' && known.fields ? (known.fields as Map<string, Shape>) : new Map()
  if (!known) fields.set(first, { kinds: kind.object, key: '', fields: inner })
  place(inner, rest, key, shape)
}

/** Where nothing is known of the form: every name may be there and be anything. */
export const unknownScene: Scene = {
  data: { kinds: kind.object },
  row: { kinds: kind.object },
  input: { kinds: kind.number | kind.text | kind.missing | kind.unanswered },
}
/** A name of an unknown form: one number or one text, answered or not. */
export const unknownShape: Shape = { kinds: kind.number | kind.text | kind.missing | kind.unanswered }
