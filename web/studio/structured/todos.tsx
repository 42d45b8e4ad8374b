import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { SourceMark } from '../source-mark.tsx'
import { useDesk } from './desk.ts'
import { ruleOf } from './group.tsx'
import { entriesAt, valueAt, withoutEntry, withValue } from './place.ts'

/** What the papers leave to the city: where to write it, and that it is settled now. */
export function Todos({ go }: { readonly go: (pointer: string) => void }) {
  const { t } = useTranslation('studio')
  const { document, readOnly, write } = useDesk()
  const todos = entriesAt(document, ['todo'])
  if (todos.length === 0) return null
  const settle = (index: number) =>
    write(
      todos.length === 1 ? withValue(document, ['todo'], undefined) : withoutEntry(document, ['todo'], index),
    )
  return (
    <section className="office-panel structured-todos">
      <h2>{t('structured.todos', { count: todos.length })}</h2>
      {!readOnly && <p className="muted">{t('structured.todosLead')}</p>}
      <ul>
        {todos.map((todo, index) => {
          const message = String(valueAt(todo, ['message']) ?? '')
          return (
            <li key={message}>
              <span>
                {message} <SourceMark rule={ruleOf(todo)} />
              </span>
              <Button onClick={() => go(String(valueAt(todo, ['pointer']) ?? ''))}>
                {t('structured.go')}
              </Button>
              {!readOnly && (
                <Button title={t('structured.settledHint')} onClick={() => settle(index)}>
                  {t('structured.settled')}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
