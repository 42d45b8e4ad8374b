import type { Catalogue, Item } from '../catalogue.ts'

/** A key that no row has yet: `item-1`, `item-2`. */
export function freeKey(base: string, taken: (key: string) => boolean): string {
  for (let n = 1; ; n += 1) if (!taken(`${base}-${n}`)) return `${base}-${n}`
}

/** An item of which nothing is set. Items may only be proposed to a locked catalogue (S3-14). */
export const newItem = ({ locked }: Catalogue, items: readonly Item[]): Item => ({
  key: freeKey('item', (key) => items.some((item) => item.key === key)),
  name: '',
  category: '',
  mode: '',
  common: null,
  unit: null,
  objects: [],
  providers: [],
  procurement: null,
  governmentOnly: false,
  status: locked ? 'proposed' : 'active',
})

/** A copy under a key of its own. What approves or sources the original says nothing of the copy. */
export function copyOfItem(catalogue: Catalogue, item: Item, items: readonly Item[]): Item {
  const { source: _source, approval: _approval, lock: _lock, ...rest } = item
  const { key, status } = newItem(catalogue, items)
  return { ...rest, key, name: `${item.name}（复制）`, status: catalogue.locked ? status : item.status }
}
