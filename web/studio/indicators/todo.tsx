import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { CityIndicators } from '../../../functions/api/contract/index.ts'
import { waiting } from './facts.ts'

type Props = { readonly city: string; readonly read: CityIndicators }

/** What the city still has to set or to confirm, and what no configuration can bring. */
export function Todo({ city, read: { indicators, todo } }: Props) {
  const { t } = useTranslation('indicators')
  const sources = waiting(indicators)
  const targets = indicators.flatMap(({ name, target }, at) => (target === null ? [{ name, at }] : []))
  const isNone = sources.length === 0 && targets.length === 0 && todo.length === 0
  return (
    <aside className="office-panel indicator-todo" aria-label={t('todoTitle')}>
      <h2>{t('todoTitle')}</h2>
      <p className="muted">{isNone ? t('noTodo') : t('todoLead')}</p>
      {targets.length > 0 && (
        <section>
          <h3>{t('targets')}</h3>
          <ul>
            {targets.map(({ name, at }) => (
              <li key={at}>
                <Link
                  to="/studio/$city/documents/$key"
                  params={{ city, key: 'indicators' }}
                  search={{ at: `/indicators/${at}/target` }}
                >
                  {name}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      {todo.length > 0 && (
        <section>
          <h3>{t('confirm')}</h3>
          <ul>
            {todo.map(({ document, pointer, message }) => (
              <li key={`${document} ${pointer} ${message}`}>
                <Link
                  to="/studio/$city/documents/$key"
                  params={{ city, key: document }}
                  search={{ at: pointer }}
                >
                  {message}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      {sources.length > 0 && (
        <section>
          <h3>{t('sources')}</h3>
          <p className="muted">{t('sourcesLead')}</p>
          <ul>
            {sources.map(({ words, names }) => (
              <li key={words}>
                {words}
                <span className="muted">{names.join('、')}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </aside>
  )
}
