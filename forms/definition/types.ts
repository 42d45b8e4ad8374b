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

/** Every supported Form.io type. Whatever is not here is refused. */
export const kinds: Readonly<Record<string, Kind>> = {
  textfield: 'text',
  textarea: 'text',
  phoneNumber: 'text',
  email: 'text',
  url: 'text',
  number: 'number',
  currency: 'number',
  checkbox: 'checkbox',
  radio: 'choice',
  select: 'choice',
  selectboxes: 'selectboxes',
  datetime: 'datetime',
  day: 'day',
  time: 'time',
  survey: 'survey',
  signature: 'attachment',
  file: 'attachments',
  tags: 'tags',
  hidden: 'computed',
  container: 'container',
  datagrid: 'grid',
  editgrid: 'grid',
  panel: 'layout',
  fieldset: 'layout',
  well: 'layout',
  columns: 'layout',
  table: 'layout',
  tabs: 'layout',
  content: 'static',
  htmlelement: 'static',
  button: 'static',
}

export const kindOf = (type: unknown): Kind | undefined =>
  typeof type === 'string' && Object.hasOwn(kinds, type) ? kinds[type] : undefined

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
