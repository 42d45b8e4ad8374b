/** Documents never change, so they are kept in memory while there is room: least recently used goes first. */
export class BlobCache {
  readonly #kept = new Map<string, { readonly text: string; json?: unknown }>()
  readonly #room: number
  #used = 0

  /** `room`: characters that may be kept in all. */
  constructor(room = 24_000_000) {
    this.#room = room
  }

  get(key: string): { readonly text: string; json?: unknown } | undefined {
    const found = this.#kept.get(key)
    if (found) {
      this.#kept.delete(key)
      this.#kept.set(key, found)
    }
    return found
  }

  set(key: string, text: string): void {
    if (this.#kept.has(key) || text.length > this.#room / 4) return
    this.#kept.set(key, { text })
    this.#used += text.length
    for (const [oldest, { text: old }] of this.#kept) {
      if (this.#used <= this.#room) break
      this.#kept.delete(oldest)
      this.#used -= old.length
    }
  }

  get size(): number {
    return this.#kept.size
  }
}
