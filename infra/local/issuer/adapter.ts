import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider'
import { readPrivate, writePrivate } from '../../../functions/server/private-file.ts'

type Row = { readonly payload: AdapterPayload; readonly expires?: number }
type Rows = Record<string, Row>

/** Where the issuer keeps sessions, grants and refresh tokens. `flush` writes at once what is still waiting. */
export type Shelf = { readonly factory: AdapterFactory; readonly flush: () => void }

const now = (): number => Math.floor(Date.now() / 1000)

/**
 * One private JSON file for all models: a handful of demo people never need more. Changes of one turn of the
 * event loop are written together. Rows hold subjects (`341700.worker`) and no names.
 */
export const openShelf = (file: string): Shelf => {
  const rows = new Map<string, Row>(Object.entries(readPrivate<Rows>(file) ?? {}))
  let waiting: NodeJS.Immediate | undefined

  const write = (): void => {
    waiting = undefined
    for (const [key, row] of rows) if (row.expires !== undefined && row.expires < now()) rows.delete(key)
    writePrivate(file, Object.fromEntries(rows))
  }
  const changed = (): void => {
    waiting ??= setImmediate(write)
  }
  const live = (key: string): AdapterPayload | undefined => {
    const row = rows.get(key)
    return row && (row.expires === undefined || row.expires >= now()) ? row.payload : undefined
  }
  const find = (prefix: string, field: 'uid' | 'userCode', value: string): AdapterPayload | undefined => {
    for (const key of rows.keys()) {
      if (!key.startsWith(prefix)) continue
      const payload = live(key)
      if (payload?.[field] === value) return payload
    }
    return undefined
  }

  const adapter = (model: string): Adapter => ({
    async upsert(id, payload, expiresIn) {
      rows.set(`${model}:${id}`, { payload, ...(expiresIn ? { expires: now() + expiresIn } : {}) })
      changed()
    },
    async find(id) {
      return live(`${model}:${id}`)
    },
    async findByUid(uid) {
      return find(`${model}:`, 'uid', uid)
    },
    async findByUserCode(code) {
      return find(`${model}:`, 'userCode', code)
    },
    async consume(id) {
      const row = rows.get(`${model}:${id}`)
      if (!row) return
      rows.set(`${model}:${id}`, { ...row, payload: { ...row.payload, consumed: now() } })
      changed()
    },
    async destroy(id) {
      rows.delete(`${model}:${id}`)
      changed()
    },
    async revokeByGrantId(grantId) {
      for (const [key, { payload }] of rows) if (payload.grantId === grantId) rows.delete(key)
      changed()
    },
  })

  return {
    factory: adapter,
    flush: () => {
      if (!waiting) return
      clearImmediate(waiting)
      write()
    },
  }
}
