import { useSyncExternalStore } from 'react'

export type Preference = 'elder' | 'contrast'

const key = (name: Preference) => `yihu.${name}`
const listeners = new Set<() => void>()

const read = (name: Preference): boolean => {
  try {
    return localStorage.getItem(key(name)) === 'on'
  } catch {
    // Storage can be switched off; the page still works with its defaults.
    return false
  }
}

/** Puts both choices on the root element, where the tokens read them. */
export function applyPreferences(): void {
  for (const name of ['elder', 'contrast'] as const)
    document.documentElement.toggleAttribute(`data-${name}`, read(name))
}

export function setPreference(name: Preference, on: boolean): void {
  try {
    localStorage.setItem(key(name), on ? 'on' : 'off')
  } catch {
    // Kept for this page only.
  }
  document.documentElement.toggleAttribute(`data-${name}`, on)
  for (const listener of listeners) listener()
}

/** 长者模式 and 高对比度 belong to the device, not to the account: a shared tablet stays as its user needs it. */
export function usePreference(name: Preference): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => document.documentElement.hasAttribute(`data-${name}`),
  )
}
