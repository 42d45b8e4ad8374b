import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { Say } from './mistake.ts'

/** The sentences for what is wrong. */
export function useSay(): Say {
  const { t } = useTranslation('entry')
  return useCallback((wrong, most) => t(`wrong.${wrong}`, { most: most ?? 0 }), [t])
}
