import { useEffect } from 'react'
import { i18next } from './i18n.ts'

/** Names the page in the browser's tab and for those who hear it: `今日任务 · 一户`. */
export function useTitle(title: string | undefined): void {
  useEffect(() => {
    const product = i18next.t('product')
    document.title = title ? `${title} · ${product}` : product
    return () => {
      document.title = product
    }
  }, [title])
}
