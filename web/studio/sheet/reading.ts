import { useEffect, useRef, useState } from 'react'
import type { Sheet } from '#forms/sheet'

export type Question = {
  readonly file: ArrayBuffer
  readonly names: readonly string[]
  readonly most: number
}

export type Answer =
  | { readonly kind: 'progress'; readonly done: number }
  | { readonly kind: 'sheet'; readonly sheet: Sheet }
  | { readonly kind: 'unreadable'; readonly says: string; readonly remedy: string }

export type Reading =
  | { readonly kind: 'idle' }
  | { readonly kind: 'progress'; readonly name: string; readonly done: number }
  | { readonly kind: 'sheet'; readonly name: string; readonly sheet: Sheet }
  | { readonly kind: 'unreadable'; readonly name: string; readonly says: string; readonly remedy: string }

/** The largest file that is taken into memory at all; the reader refuses the rest with better words. */
const HUGE = 50_000_000

/**
 * Reading one file at a time in a worker.
 *
 *   idle --read--> progress --> sheet | unreadable
 *     <---stop-------|
 */
export function useReading(wish: { readonly names: readonly string[]; readonly most: number }) {
  const [reading, setReading] = useState<Reading>({ kind: 'idle' })
  const worker = useRef<Worker>(undefined)
  const end = () => {
    worker.current?.terminate()
    worker.current = undefined
  }
  useEffect(() => () => worker.current?.terminate(), [])
  const read = async (file: File) => {
    const { name } = file
    end()
    const unreadable = (says: string, remedy: string) =>
      setReading({ kind: 'unreadable', name, says, remedy })
    if (file.size > HUGE)
      return unreadable('文件超过 10 MB', '请删去多余的工作表、图片和空白区域，另存后再试')
    setReading({ kind: 'progress', name, done: 0 })
    const own = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
    worker.current = own
    own.onmessage = ({ data }: MessageEvent<Answer>) => {
      if (worker.current !== own) return
      if (data.kind !== 'progress') end()
      setReading({ ...data, name })
    }
    own.onerror = () => {
      if (worker.current !== own) return
      end()
      unreadable('没有读完这份文件', '请重新打开本页后再试')
    }
    try {
      const bytes = await file.arrayBuffer()
      const question: Question = { file: bytes, ...wish }
      own.postMessage(question, [bytes])
    } catch {
      end()
      unreadable('读不到这份文件', '文件可能正被其他程序使用或已移走，请关闭后再选一次')
    }
  }
  return {
    reading,
    read,
    stop: () => {
      end()
      setReading({ kind: 'idle' })
    },
  }
}
