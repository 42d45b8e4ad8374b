import { type ComponentType, lazy } from 'react'
import type { EditorProps } from './editor.tsx'

const JsonDocument = lazy(() => import('./json.tsx').then((room) => ({ default: room.JsonDocument })))
const CatalogueTable = lazy(() =>
  import('../catalogue/table.tsx').then((room) => ({ default: room.CatalogueTable })),
)
const Offers = lazy(() => import('../catalogue/offers.tsx').then((room) => ({ default: room.Offers })))
const FeeTable = lazy(() => import('../fees/table.tsx').then((room) => ({ default: room.FeeTable })))
const ProfileView = lazy(() => import('../profile/view.tsx').then((room) => ({ default: room.ProfileView })))
const StructuredDocument = lazy(() =>
  import('../structured/view.tsx').then((room) => ({ default: room.StructuredView })),
)
const FormDrawing = lazy(() => import('../form/drawing.tsx').then((room) => ({ default: room.FormDrawing })))

export type View = {
  readonly name: 'table' | 'offers' | 'overview' | 'fields' | 'source' | 'form'
  readonly room: ComponentType<EditorProps>
}
export type Views = readonly [View, ...View[]]

const source: View = { name: 'source', room: JsonDocument }
const fields: View = { name: 'fields', room: StructuredDocument }

/** How a document can be seen, the best for most people first. */
export const viewsOf = (key: string): Views => {
  if (key.startsWith('form:')) return [{ name: 'form', room: FormDrawing }]
  if (key === 'catalogue')
    return [{ name: 'table', room: CatalogueTable }, { name: 'offers', room: Offers }, source]
  if (key === 'fees') return [{ name: 'table', room: FeeTable }, source]
  if (key === 'profile') return [{ name: 'overview', room: ProfileView }, fields, source]
  return [fields, source]
}

/** The view in which a single place of the document can be shown: a row in its table. */
export const viewFor = (views: Views, pointer: string): View['name'] => {
  if (views[0].name === 'table' && /^\/(items|rows)\/\d+/.test(pointer)) return 'table'
  const offers = pointer.startsWith('/activations') && views.find(({ name }) => name === 'offers')
  return (offers || (views.find(({ name }) => name === 'fields') ?? views.at(-1) ?? views[0])).name
}

/** Where a county's administrator changes what is the county's own; all else of a configuration is to be read. */
export const ownView = (key: string): View['name'] | undefined =>
  key === 'fees' ? 'table' : key === 'catalogue' ? 'offers' : undefined
