import { createContext, useCallback, useContext, useRef, useSyncExternalStore } from 'react'
import type { Override } from '#forms/engine'
import { valueAt } from './path.ts'
import type { FormState, FormStore } from './store.ts'

export const FormContext = createContext<FormStore | undefined>(undefined)

export function useForm(): FormStore {
  const store = useContext(FormContext)
  if (!store) throw new Error('a form control stands outside its form')
  return store
}

/**
 * Redraws only when what `select` picks has changed, so that a keystroke costs one field, not the form. With a path
 * it is asked only when something of that path has changed (`FormStore.watch`), else at every change.
 */
export function useFormState<T>(select: (state: FormState) => T, path?: string): T {
  const store = useForm()
  const watch = useCallback((listener: () => void) => store.watch(listener, path), [store, path])
  return useSyncExternalStore(watch, () => select(store.read()))
}

export type FieldState = {
  readonly value: unknown
  readonly error: string | undefined
  readonly set: (value: unknown) => void
  /** To call when the cursor leaves: from then on its error is shown. */
  readonly leave: () => void
}

export function useField(path: string): FieldState {
  const store = useForm()
  const value = useFormState((state) => valueAt(state.typed, path), path)
  const error = useFormState((state) => errorOf(state, path), path)
  return {
    value,
    error,
    set: (next) => store.set(path, next),
    leave: () => store.show([path]),
  }
}

export const errorOf = (state: FormState, path: string): string | undefined =>
  state.refused.get(path) ?? (state.shown.has(path) ? state.errors.get(path) : undefined)

export const useComputed = (path: string): unknown =>
  useFormState((state) => valueAt(state.result.answers, path))

export const useOverride = (path: string): Override | undefined =>
  useFormState((state) => state.result.overrides[path], path)

export const useHidden = (path: string): boolean => useFormState((state) => state.hidden.has(path), path)

type Tally = number | 'open' | 'ok'

/** How many places inside of something (`of`) are to be mended and said so already; else whether any is open. */
export function useTally(of: unknown, inside: (path: string) => boolean): Tally {
  const kept = useRef<readonly [unknown, FormState, Tally]>(undefined)
  return useFormState((state) => {
    const { errors, shown, refused } = state
    const [what, last, said] = kept.current ?? []
    if (last && what === of && last.errors === errors && last.shown === shown && last.refused === refused)
      return said as Tally
    const open = [...errors.keys()].filter(inside)
    const wrong = open.filter((path) => shown.has(path)).length + [...refused.keys()].filter(inside).length
    const tally = wrong > 0 ? wrong : open.length > 0 ? 'open' : 'ok'
    kept.current = [of, state, tally]
    return tally
  })
}

/** Id of a field in the page, for labels, descriptions and links of the error summary. */
export const fieldId = (path: string): string => `f-${path.replaceAll(/[^\w-]/g, '_')}`
