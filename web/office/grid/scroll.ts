import { useLayoutEffect, useState, useSyncExternalStore } from 'react'
import type { At } from './move.ts'

const coarse = typeof matchMedia === 'function' ? matchMedia('(pointer: coarse)') : undefined
const watch = (tell: () => void) => {
  coarse?.addEventListener('change', tell)
  return () => coarse?.removeEventListener('change', tell)
}

/** Whether the pointer is a finger. */
export const useCoarse = (): boolean => useSyncExternalStore(watch, () => coarse?.matches ?? false)

// On a narrow screen a finger is likely, whatever the pointer calls itself.
const narrow = typeof matchMedia === 'function' ? matchMedia('(max-width: 60rem)') : undefined
const watchWidth = (tell: () => void) => {
  const over = watch(tell)
  narrow?.addEventListener('change', tell)
  return () => {
    over()
    narrow?.removeEventListener('change', tell)
  }
}

/** Height of every row in pixels: one height, so that only the rows in view need to be drawn. */
export function useRowHeight(): number {
  const finger = useSyncExternalStore(watchWidth, () => (coarse?.matches || narrow?.matches) ?? false)
  if (document.documentElement.dataset['elder'] !== undefined) return finger ? 60 : 50
  return finger ? 44 : 38
}

const SPARE = 8

/** The first and the last row to draw, from where the frame is scrolled to. */
export function useWindow(
  frame: React.RefObject<HTMLElement | null>,
  height: number,
  count: number,
): { readonly first: number; readonly last: number } {
  const [seen, setSeen] = useState({ first: 0, last: 40 })
  useLayoutEffect(() => {
    const element = frame.current
    if (!element) return
    const measure = () => {
      const first = Math.max(0, Math.floor(element.scrollTop / height) - SPARE)
      const last = Math.ceil((element.scrollTop + element.clientHeight) / height) + SPARE
      setSeen((before) => (before.first === first && before.last === last ? before : { first, last }))
    }
    measure()
    const size = new ResizeObserver(measure)
    size.observe(element)
    element.addEventListener('scroll', measure, { passive: true })
    return () => {
      size.disconnect()
      element.removeEventListener('scroll', measure)
    }
  }, [frame, height])
  return { first: seen.first, last: Math.min(count - 1, seen.last) }
}

type Measures = {
  readonly height: number
  readonly head: number
  readonly lefts: readonly number[]
  /** Width of what stands still at the left, and at the right. */
  readonly still: number
  readonly actions: number
}

/** Scrolls the frame just so far that a cell is seen whole beside what stands still. */
export function reveal(
  frame: HTMLElement,
  { row, column }: At,
  { height, head, lefts, still, actions }: Measures,
): void {
  const top = row * height
  const room = frame.clientHeight - head
  if (top < frame.scrollTop) frame.scrollTop = top
  else if (top + height > frame.scrollTop + room) frame.scrollTop = top + height - room
  if (column === 0) return
  const left = (lefts[column] ?? 0) - still
  const right = lefts[column + 1] ?? left
  if (left < frame.scrollLeft) frame.scrollLeft = left
  else if (right > frame.scrollLeft + frame.clientWidth - actions)
    frame.scrollLeft = right - frame.clientWidth + actions
}
