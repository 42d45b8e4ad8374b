import { useEffect, useRef, useState } from 'react'
import type { Sheet } from '#forms/sheet'
import { type Unreadable, unreadable } from './unreadable.ts'
import { mostBytes, type Wish } from './wish.ts'

export type Question = { readonly file: ArrayBuffer; readonly wish: Wish }

export type Outcome =
  | { readonly kind: 'sheet'; readonly sheet: Sheet }
  | { readonly kind: 'unreadable'; readonly says: string; readonly remedy: string }

export type Answer = Outcome | { readonly kind: 'progress'; readonly done: number }

export type Reading = { readonly kind: 'idle' } | (Answer & { readonly name: string })

/**
 * Reading one file at a time in a worker.
 *
 *   idle --read--> progress --> sheet | unreadable
 *     <---stop-------|
 *
 * `read` answers with what came of it; undefined where it was stopped or another file was chosen in the meantime.
 */
export function useReading(wish: Wish) {
  const [reading, setReading] = useState<Reading>({ kind: 'idle' })
  const current = useRef<AbortController>(undefined)
  useEffect(() => () => current.current?.abort(), [])
  const read = async (file: File): Promise<Outcome | undefined> => {
    current.current?.abort()
    const own = new AbortController()
    current.current = own
    const { name } = file
    setReading({ kind: 'progress', name, done: 0 })
    const outcome = await ask(file, wish, own.signal, (done) => setReading({ kind: 'progress', name, done }))
    if (own.signal.aborted) return undefined
    setReading({ ...outcome, name })
    return outcome
  }
  return {
    reading,
    read,
    stop: () => {
      current.current?.abort()
      setReading({ kind: 'idle' })
    },
  }
}

const refused = ({ message, remedy }: Unreadable): Outcome => ({
  kind: 'unreadable',
  says: message,
  remedy,
})

/** Asks a worker of its own, which ends with the answer or the signal. After the signal the answer means nothing. */
async function ask(
  file: File,
  wish: Wish,
  signal: AbortSignal,
  progress: (done: number) => void,
): Promise<Outcome> {
  // Before it is taken into memory at all.
  if (file.size > mostBytes) return refused(unreadable.large())
  const bytes = await file.arrayBuffer().catch(() => undefined)
  if (!bytes || signal.aborted) return refused(unreadable.away())
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
  try {
    return await new Promise<Outcome>((settle) => {
      const unfinished = () => settle(refused(unreadable.unfinished()))
      signal.addEventListener('abort', unfinished)
      worker.onerror = unfinished
      worker.onmessage = ({ data }: MessageEvent<Answer>) => {
        if (signal.aborted) return
        if (data.kind === 'progress') progress(data.done)
        else settle(data)
      }
      const question: Question = { file: bytes, wish }
      worker.postMessage(question, [bytes])
    })
  } finally {
    worker.terminate()
  }
}
