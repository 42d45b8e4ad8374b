import { useCallback, useEffect, useRef, useState } from 'react'
import { keepDraft } from './draft.ts'
import type { Draft, Work } from './work.ts'

/** Milliseconds after a keystroke within which the next one shares its write. */
const PAUSE = 250

export type DraftKeeper<W extends Work = Draft> = {
  readonly draft: W
  /** `none`: nothing typed yet. `failed`: the device refused to keep it. */
  readonly kept: 'none' | 'kept' | 'failed'
  /** Something typed is not on the device yet. */
  readonly pending: boolean
  readonly change: (part: Partial<W>) => void
  /** Writes at once what still waits to be written. */
  readonly flush: () => Promise<void>
  /** Stops writing: the record has left the device. */
  readonly release: () => void
}

/** Keeps every change on the device, also when the page is closed in the middle of a word. */
export function useDraft<W extends Work>(owner: string, first: W): DraftKeeper<W> {
  const [draft, setDraft] = useState(first)
  const [kept, setKept] = useState<DraftKeeper<W>['kept']>(first.savedAt ? 'kept' : 'none')
  const [pending, setPending] = useState(false)
  const latest = useRef(first)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const released = useRef(false)

  const write = useCallback(async () => {
    clearTimeout(timer.current)
    timer.current = undefined
    if (released.current) return
    await keepDraft(owner, latest.current).then(
      () => setKept('kept'),
      () => setKept('failed'),
    )
    setPending(timer.current !== undefined)
  }, [owner])

  const change = useCallback(
    (part: Partial<W>) => {
      latest.current = { ...latest.current, ...part, savedAt: new Date().toISOString() }
      setDraft(latest.current)
      setPending(true)
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void write(), PAUSE)
    },
    [write],
  )

  useEffect(() => {
    const flushNow = () => {
      if (timer.current !== undefined) void write()
    }
    document.addEventListener('visibilitychange', flushNow)
    window.addEventListener('pagehide', flushNow)
    return () => {
      document.removeEventListener('visibilitychange', flushNow)
      window.removeEventListener('pagehide', flushNow)
      flushNow()
    }
  }, [write])

  return {
    draft,
    kept,
    pending,
    change,
    flush: async () => {
      if (timer.current !== undefined) await write()
    },
    release: () => {
      clearTimeout(timer.current)
      timer.current = undefined
      released.current = true
    },
  }
}
