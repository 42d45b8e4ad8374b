/**
 * What this device keeps for its user while there is no network. Nothing lies here in clear: every value is
 * sealed with AES-GCM under a key that the browser holds and will not export; signing out deletes key and values.
 *
 *   record (any JSON) --seal(key, iv, store/id as context)--> IndexedDB `yihu-device` --sign out--> gone
 */
export type Shelf = 'draft' | 'outbox'
/** Member's subject, shelf and id name one record; another person on the same device never sees it. */
export type Place = { readonly owner: string; readonly shelf: Shelf; readonly id: string }

type Row = Place & {
  readonly slot: string
  readonly iv: BufferSource
  readonly sealed: ArrayBuffer
  readonly at: number
}

const NAME = 'yihu-device'
/** Days after which a record that nobody touched is dropped: a release older than its 30 grace days is refused anyway. */
export const KEEP_DAYS: Readonly<Record<Shelf, number>> = { draft: 7, outbox: 30 }

let opening: Promise<IDBDatabase> | undefined
/** After a wipe nothing is written any more until the page is loaded anew. */
let wiped = false

function open(): Promise<IDBDatabase> {
  if (wiped) return Promise.reject(new Error('signed out'))
  opening ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1)
    request.onupgradeneeded = () => {
      request.result.createObjectStore('rows', { keyPath: 'slot' })
      request.result.createObjectStore('keys')
    }
    request.onerror = () => reject(request.error)
    request.onsuccess = () => {
      // Another tab signs out: let go, or its deletion would wait for us.
      request.result.onversionchange = () => {
        request.result.close()
        opening = undefined
      }
      resolve(request.result)
    }
  })
  return opening
}

async function run<T>(
  store: 'rows' | 'keys',
  mode: IDBTransactionMode,
  work: (objects: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const database = await open()
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(store, mode)
    const request = work(transaction.objectStore(store))
    transaction.oncomplete = () => resolve(request.result)
    transaction.onerror = () => reject(transaction.error)
    transaction.onabort = () => reject(transaction.error)
  })
}

async function deviceKey(): Promise<CryptoKey> {
  const kept = await run<CryptoKey | undefined>('keys', 'readonly', (keys) => keys.get('key'))
  if (kept) return kept
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ])
  // `add` loses against a tab that was quicker; then that tab's key is the key.
  await run('keys', 'readwrite', (keys) => keys.add(made, 'key')).catch(() => undefined)
  return run<CryptoKey>('keys', 'readonly', (keys) => keys.get('key'))
}

const slotOf = (place: Place): string => JSON.stringify([place.owner, place.shelf, place.id])
const context = (slot: string) => new TextEncoder().encode(slot)

const listeners = new Set<() => void>()
const tell = () => {
  for (const listener of listeners) listener()
}
/** Calls back after every change on this page. @returns how to stop */
export const watchDevice = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export async function keep(place: Place, value: unknown): Promise<void> {
  const slot = slotOf(place)
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const sealed = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: context(slot) },
    await deviceKey(),
    new TextEncoder().encode(JSON.stringify(value)),
  )
  const row: Row = { ...place, slot, iv, sealed, at: Date.now() }
  await run('rows', 'readwrite', (rows) => rows.put(row))
  tell()
}

/** A row that cannot be opened (its key is gone) counts as absent. */
async function unseal<T>(row: Row): Promise<T | undefined> {
  try {
    const bytes = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: row.iv, additionalData: context(row.slot) },
      await deviceKey(),
      row.sealed,
    )
    return JSON.parse(new TextDecoder().decode(bytes)) as T
  } catch {
    return undefined
  }
}

export async function recall<T>(place: Place): Promise<T | undefined> {
  const row = await run<Row | undefined>('rows', 'readonly', (rows) => rows.get(slotOf(place)))
  return row && unseal<T>(row)
}

/** Everything of one owner on one shelf, oldest first. Records past `KEEP_DAYS` are dropped on the way. */
export async function recallAll<T>(
  owner: string,
  shelf: Shelf,
): Promise<readonly { id: string; value: T }[]> {
  const rows = await run<Row[]>('rows', 'readonly', (all) => all.getAll())
  const old = (row: Row) => row.at < Date.now() - KEEP_DAYS[row.shelf] * 86_400_000
  for (const row of rows) if (old(row)) await forget(row)
  const mine = rows.filter((row) => row.owner === owner && row.shelf === shelf && !old(row))
  const opened: { id: string; value: T }[] = []
  for (const row of mine) {
    const value = await unseal<T>(row)
    if (value !== undefined) opened.push({ id: row.id, value })
  }
  return opened.sort((a, b) => (a.id < b.id ? -1 : 1))
}

export async function forget(place: Place): Promise<void> {
  await run('rows', 'readwrite', (rows) => rows.delete(slotOf(place)))
  tell()
}

/** Deletes the key and every record of everybody. */
export async function wipeDevice(): Promise<void> {
  const held = opening
  wiped = true
  if (held) (await held).close()
  opening = undefined
  await new Promise<void>((resolve) => {
    const request = indexedDB.deleteDatabase(NAME)
    request.onsuccess = request.onerror = request.onblocked = () => resolve()
  })
}
