import { createHash } from 'node:crypto'
import { gunzipSync, gzipSync } from 'node:zlib'
import type { BlobCache } from './blob-cache.ts'
import { Conflict } from './conflict.ts'
import { blobKey } from './keys.ts'
import type { Partition } from './partition.ts'

type BlobRow = { readonly z: Uint8Array; readonly bytes: number }

const maxBytes = 4 * 1024 * 1024
/** What one row holds; larger documents belong into the object store. */
const maxZipped = 300 * 1024

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** A document larger than a row can hold. */
export class BlobTooLarge extends Error {
  override readonly name = 'BlobTooLarge'
}

const freeze = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  for (const inner of Object.values(value)) freeze(inner)
  return Object.freeze(value)
}

/**
 * Texts under their own sha256, for ever, or until `ttl` (seconds since 1970) while only a draft uses them.
 * What was read once is kept in memory by city and hash.
 */
export class Blobs {
  readonly #rows: Partition
  readonly #cache: BlobCache
  readonly #city: string

  constructor(rows: Partition, cache: BlobCache, city: string) {
    this.#rows = rows
    this.#cache = cache
    this.#city = city
  }

  #name = (sha: string): string => `${this.#city}|${sha}`

  /** Stores a text and answers its hash. Without `ttl` it stays for ever; with one it lives at least so long. */
  async put(text: string, options: { readonly ttl?: number } = {}): Promise<string> {
    const sha = sha256(text)
    const z = gzipSync(text)
    if (z.length > maxZipped || text.length > maxBytes) throw new BlobTooLarge(`${z.length} bytes zipped`)
    const item: BlobRow = { z: new Uint8Array(z), bytes: Buffer.byteLength(text) }
    await this.#rows
      .write([{ put: blobKey(sha), item, expect: 'absent', ...options }])
      .catch((error) => this.#extend(sha, text, error, options.ttl))
    this.#cache.set(this.#name(sha), text)
    return sha
  }

  /** It stands already: let it live for ever, or longer. Its text is the same by definition. */
  async #extend(sha: string, text: string, error: unknown, ttl: number | undefined): Promise<void> {
    if (!(error instanceof Conflict) || !error.existing) throw error
    const rev = error.existing['rev'] as number
    const until = error.existing['ttl'] as number | undefined
    if (until === undefined || (ttl !== undefined && ttl <= until)) return
    try {
      await this.#rows.write([{ live: blobKey(sha), ttl: ttl ?? null, expect: { rev } }])
    } catch (raced) {
      if (!(raced instanceof Conflict)) throw raced
      await this.put(text, ttl === undefined ? {} : { ttl })
    }
  }

  /**
   * Makes a draft's text stay for ever, as publishing does: one small write where it still stands, one put where
   * its time ran out.
   */
  async keep(text: string): Promise<string> {
    const sha = sha256(text)
    try {
      await this.#rows.write([{ live: blobKey(sha), ttl: null, expect: 'present' }])
      return sha
    } catch (error) {
      if (!(error instanceof Conflict)) throw error
      return this.put(text)
    }
  }

  /** The text of a hash; undefined where it is not known here. */
  async get(sha: string): Promise<string | undefined> {
    return (await this.#read(sha))?.text
  }

  /** The same as JSON. It is shared by all who ask, and frozen. */
  async json<T>(sha: string): Promise<T | undefined> {
    const found = await this.#read(sha)
    if (!found) return undefined
    found.json ??= freeze(JSON.parse(found.text))
    return found.json as T
  }

  async #read(sha: string): Promise<{ readonly text: string; json?: unknown } | undefined> {
    const name = this.#name(sha)
    const kept = this.#cache.get(name)
    if (kept) return kept
    const row = await this.#rows.get<BlobRow>(blobKey(sha))
    if (!row) return undefined
    const text = gunzipSync(row.z, { maxOutputLength: maxBytes * 4 }).toString()
    if (sha256(text) !== sha) throw new Error(`blob ${sha} does not hold what its name says`)
    this.#cache.set(name, text)
    return this.#cache.get(name) ?? { text }
  }
}
