import { useCallback, useEffect, useState } from 'react'

type History<T> = {
  readonly past: readonly T[]
  readonly now: T
  readonly future: readonly T[]
  /** The name of the last step, while further changes may still join it. */
  readonly step?: string | undefined
}

export type WorkingCopy<T> = {
  readonly value: T
  readonly dirty: boolean
  /** Changes of the same `step` in a row, such as letters typed into one field, are one for `undo`. */
  readonly set: (next: T, step?: string) => void
  readonly undo: (() => void) | undefined
  readonly redo: (() => void) | undefined
  /** Starts over from what the server holds now. */
  readonly reset: (saved: T) => void
  /** Counts a value as saved; what was changed since stays and is dirty. */
  readonly settle: (saved: T) => void
}

const STEPS = 200
/** Characters that all steps together may keep: a long document has fewer steps than a short one. */
const ROOM = 16_000_000

/** The newest steps, as many as may be kept. */
const kept = <T>(past: readonly T[]): readonly T[] => {
  let room = ROOM
  const first = past.findLastIndex((step) => {
    room -= typeof step === 'string' ? step.length : 0
    return room < 0
  })
  return past.slice(Math.max(first + 1, past.length - STEPS))
}

/**
 * What somebody is changing and has not saved, with undo and redo.
 *
 *   saved --set--> dirty --set--> dirty --settle--> saved
 *                    |  <--undo/redo-->
 */
export function useWorkingCopy<T>(saved: T): WorkingCopy<T> {
  const [history, setHistory] = useState<History<T>>({ past: [], now: saved, future: [] })
  const [clean, setClean] = useState<T>(saved)
  const { past, now, future } = history

  const set = useCallback(
    (next: T, step?: string) =>
      setHistory((one) => {
        if (Object.is(one.now, next)) return one
        const joins = step !== undefined && step === one.step
        return { past: joins ? one.past : kept([...one.past, one.now]), now: next, future: [], step }
      }),
    [],
  )
  const undo = useCallback(
    () =>
      setHistory((one) => {
        const before = one.past.at(-1)
        return before === undefined
          ? one
          : { past: one.past.slice(0, -1), now: before, future: [one.now, ...one.future] }
      }),
    [],
  )
  const redo = useCallback(
    () =>
      setHistory((one) => {
        const [after, ...rest] = one.future
        return after === undefined ? one : { past: [...one.past, one.now], now: after, future: rest }
      }),
    [],
  )
  const reset = useCallback((next: T) => {
    setHistory({ past: [], now: next, future: [] })
    setClean(next)
  }, [])
  const settle = useCallback((saved: T) => {
    setClean(saved)
    setHistory((one) => ({ ...one, step: undefined }))
  }, [])

  return {
    value: now,
    dirty: !Object.is(now, clean),
    set,
    undo: past.length > 0 ? undo : undefined,
    redo: future.length > 0 ? redo : undefined,
    reset,
    settle,
  }
}

/** Warns before the window closes over unsaved work. */
export function useGuardedLeave(dirty: boolean): void {
  useEffect(() => {
    if (!dirty) return
    const stay = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', stay)
    return () => window.removeEventListener('beforeunload', stay)
  }, [dirty])
}
