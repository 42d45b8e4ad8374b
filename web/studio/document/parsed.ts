import { useMemo } from 'react'
import { format } from './text.ts'

/**
 * The document behind a text, and how to write it back. `undefined` when the text is no JSON or has not the shape
 * a table needs; then the source is shown instead.
 */
export function useParsed<T extends object>(
  text: string,
  change: (text: string, step?: string) => void,
  has: (value: Record<string, unknown>) => boolean,
): { readonly value: T; readonly write: (next: T, step?: string) => void } | undefined {
  return useMemo(() => {
    try {
      const value: unknown = JSON.parse(text)
      if (typeof value !== 'object' || value === null || !has(value as Record<string, unknown>))
        return undefined
      return { value: value as T, write: (next: T, step?: string) => change(format(next), step) }
    } catch {
      return undefined
    }
  }, [text, change, has])
}
