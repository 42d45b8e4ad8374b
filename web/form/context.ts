import { createContext, useContext, useSyncExternalStore } from 'react'
import type { Override } from '#forms/engine'
import { valueAt } from './path.ts'
import type { FormState, FormStore } from './store.ts'

export const FormContext = createContext<FormStore | undefined>(undefined)

export function useForm(): FormStore {
  const store = useContext(FormContext)
  if (!store) throw new Error('a form control stands outside its form')
  return store
}

/** Redraws only when what `select` picks has changed, so that a keystroke costs one field, not the form. */
export function useFormState<T>(select: (state: FormState) => T): T {
  const store = useForm()
  return useSyncExternalStore(store.watch, () => select(store.read()))
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
  const value = useFormState((state) => valueAt(state.typed, path))
  const error = useFormState((state) => errorOf(state, path))
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
  useFormState((state) => state.result.overrides[path])

export const useHidden = (path: string): boolean => useFormState((state) => state.hidden.has(path))

/** Id of a field in the page, for labels, descriptions and links of the error summary. */
export const fieldId = (path: string): string => `f-${path.replaceAll(/[^\w-]/g, '_')}`
