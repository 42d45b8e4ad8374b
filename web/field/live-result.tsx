import type { Catalogue } from '#forms/catalogue'
import { useLiveDocument } from '../app/documents.ts'
import { type FormStore, Live } from '../form/index.ts'

/** The result while a form is filled, with the city's own names of its service items once they are there. */
export function LiveResult({ city, store }: { readonly city: string; readonly store: FormStore }) {
  const { document } = useLiveDocument<Catalogue>(city, 'catalogue')
  const nameOf = (item: string) => document.data?.items.find(({ key }) => key === item)?.name
  return <Live store={store} nameOf={nameOf} />
}
