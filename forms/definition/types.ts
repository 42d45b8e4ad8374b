import { isText, own } from '../logic/index.ts'

/** What a component type is for the engine. */
export type Kind =
  | 'text'
  | 'number'
  | 'checkbox'
  | 'choice'
  | 'selectboxes'
  | 'datetime'
  | 'day'
  | 'time'
  | 'survey'
  | 'attachment'
  | 'attachments'
  | 'tags'
  | 'computed'
  | 'container'
  | 'grid'
  | 'layout'
  | 'static'

const types: Readonly<Record<Kind, string>> = {
  text: 'textfield textarea phoneNumber email url',
  number: 'number currency',
  checkbox: 'checkbox',
  choice: 'radio select',
  selectboxes: 'selectboxes',
  datetime: 'datetime',
  day: 'day',
  time: 'time',
  survey: 'survey',
  attachment: 'signature',
  attachments: 'file',
  tags: 'tags',
  computed: 'hidden',
  container: 'container',
  grid: 'datagrid editgrid',
  layout: 'panel fieldset well columns table tabs',
  static: 'content htmlelement button',
}

/** Every supported Form.io type. Whatever is not here is refused. */
export const kinds: Readonly<Record<string, Kind>> = Object.fromEntries(
  Object.entries(types).flatMap(([kind, names]) => names.split(' ').map((name) => [name, kind as Kind])),
)

export const kindOf = (type: unknown): Kind | undefined =>
  isText(type) ? (own(kinds, type) as Kind | undefined) : undefined

/** Whether other components' values stand in its value. */
export const isHolder = (kind: Kind | undefined): boolean => kind === 'container' || kind === 'grid'

/** Limits of the profile. */
export const limits = {
  components: 1_000,
  depth: 10,
  options: 2_000,
  pattern: 200,
  mask: 200,
  rows: 100,
  rowsMax: 200,
  text: 10_000,
  values: 200,
} as const
