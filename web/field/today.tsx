import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Page, TaskCard } from '../../functions/api/contract/index.ts'
import { cityPath } from '../app/client.ts'
import { usePlaces } from '../app/divisions.ts'
import { useApi } from '../app/queries.ts'
import { Failed, Loading, Notice } from '../app/states.tsx'
import { useTitle } from '../app/title.ts'
import { dueOf } from './due.ts'
import { useKept } from './kept.ts'
import { fieldRoute } from './routes.ts'
import { TaskLine } from './task-line.tsx'
import { byHousehold } from './tasks.ts'
import { dateInWords, todayHere } from './when.ts'
import { whereInWords } from './where.ts'

export function Today() {
  const { t } = useTranslation('field')
  const { city } = fieldRoute.useParams()
  const tasks = useApi<Page<TaskCard>>(cityPath(city, 'tasks/mine'))
  const places = usePlaces(city)
  const kept = useKept(city)
  useTitle(t('today.title'))
  const today = todayHere()
  const groups = byHousehold(tasks.data?.items ?? [])
  const late = tasks.data?.items.filter((task) => dueOf(task.due, today).kind === 'late').length ?? 0
  return (
    <>
      <header className="page-head">
        <p className="muted">{dateInWords(today)}</p>
        <h1>{t('today.title')}</h1>
        {groups.length > 0 && (
          <p className="sum">
            {t('today.sum', { households: groups.length, tasks: tasks.data?.items.length ?? 0 })}
            {late > 0 && <span className="tag bad">{t('today.late', { count: late })}</span>}
          </p>
        )}
      </header>
      {tasks.isPending && <Loading />}
      {tasks.isError && <Failed error={tasks.error} retry={tasks.refetch} />}
      {tasks.data && groups.length === 0 && (
        <Notice title={t('today.empty')} lead={t('today.emptyLead')}>
          <Link className="button quiet" to="/field/$city/households" params={{ city }}>
            {t('today.toHouseholds')}
          </Link>
        </Notice>
      )}
      <ul className="cards">
        {groups.map(({ household, tasks: own }) => (
          <li key={household.id} className="card household-card">
            <div className="household-head">
              <h2>
                <Link to="/field/$city/households/$household" params={{ city, household: household.id }}>
                  {t('fill.household', { head: household.head })}
                </Link>
              </h2>
              <span className="muted">{household.number}</span>
            </div>
            <p className="muted">
              {`${whereInWords([household.township, household.village], places.name, ' ')} · ${t('households.persons', { count: household.persons })}`}
            </p>
            <ul className="task-lines">
              {own.map((task) => (
                <TaskLine key={task.id} city={city} task={task} kept={kept} />
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </>
  )
}
