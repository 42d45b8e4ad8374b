import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { cityOptions } from '#forms/definition'
import { elements } from '#forms/elements'
import { usePreference } from '../../app/preferences.ts'
import type { ToPage } from '../../designer/protocol.ts'
import { rulesQuery } from '../papers.ts'

type Context = Extract<ToPage, { say: 'context' }>

const lists = ['catalogue', 'objectClasses', 'householdClasses', 'traits', 'divisions'] as const

/** What the builder's page must know of the city: names and counts, nobody's data. */
export function useContext(around: Readonly<Record<string, unknown>>): Context {
  const { t } = useTranslation('designer')
  const elder = usePreference('elder')
  const contrast = usePreference('contrast')
  const rules = useQuery(rulesQuery)
  return useMemo(() => {
    const offered = cityOptions(around)
    return {
      say: 'context',
      language: 'zh-CN',
      elder,
      contrast,
      elements,
      lists: lists.map((name) => ({ name, label: t(`lists.${name}`), count: offered[name]?.length ?? 0 })),
      rules: (rules.data ?? []).map(({ id, quotes }) => ({ rule: id, quote: quotes.join('；') })),
    }
  }, [around, elder, contrast, rules.data, t])
}
