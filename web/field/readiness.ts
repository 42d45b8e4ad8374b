import { useSyncExternalStore } from 'react'
import type { FormStore } from '../form/index.ts'

/** How many answers the engine still finds missing or wrong. */
export const useSummary = (store: FormStore): number =>
  useSyncExternalStore(store.watch, () => store.read().errors.size)
