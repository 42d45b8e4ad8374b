import { useNavigate } from '@tanstack/react-router'
import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import { isProblem } from '../../app/problem.ts'
import { renewConfiguration, useSave } from '../draft.ts'

/** Puts a new form into the draft and opens it. `rev` is 0 where nothing ever stood under its key. */
export function useNewForm(city: string, key: string, done: () => void) {
  const { t } = useTranslation('studio')
  const { message } = App.useApp()
  const navigate = useNavigate()
  const save = useSave(city, `form:${key}`)
  const put = (title: string, document: unknown, rev = 0) =>
    save.mutate(
      { document, rev },
      {
        onSuccess: () => {
          void message.success(t('national.taken', { title }))
          done()
          void navigate({ to: '/studio/$city/documents/$key', params: { city, key: `form:${key}` } })
        },
        onError: (error) => {
          const met = isProblem(error) && error.problem.code === 'stale'
          void message.error(met ? t('national.met') : error.message)
          // Whoever was faster stands in the list then, and the next try takes another key.
          if (met) void renewConfiguration(city)
        },
      },
    )
  return { put, busy: save.isPending }
}
