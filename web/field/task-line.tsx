import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { TaskCard } from '../../functions/api/contract/index.ts'
import { draftId } from './draft.ts'
import { dueOf } from './due.ts'
import type { Kept } from './kept.ts'
import { SavedState } from './saved-state.tsx'
import { dateInWords, todayHere } from './when.ts'

type TaskLineProps = {
  readonly city: string
  readonly task: TaskCard
  readonly kept: Kept | undefined
  /** Name of the person it is about, where the page knows it. */
  readonly person?: string
}

/** One thing to do, with its date in words and, where work lies on this device, its state. */
export function TaskLine({ city, task, kept, person }: TaskLineProps) {
  const { t } = useTranslation('field')
  const due = dueOf(task.due, todayHere())
  const household = task.household.id
  const id = draftId({
    city,
    household,
    case: task.case,
    form: task.form,
    ...(task.person === undefined ? {} : { person: task.person }),
  })
  const sending = kept?.outbox.some((one) => draftId(one.draft) === id)
  const draft = kept?.drafts.find((one) => draftId(one) === id)
  const state = sending ? 'waiting' : draft?.refused ? 'refused' : draft ? 'draft' : undefined
  const confirming = task.kind === 'confirm' && task.assessment !== undefined
  return (
    <li className="task-line">
      <div>
        <strong>{confirming ? t('today.confirmTitle', { title: task.title }) : task.title}</strong>
        {person && <span className="muted">{person}</span>}
        <span className="task-facts">
          <span className={due.kind === 'late' ? 'tag bad' : due.kind === 'in' ? 'tag' : 'tag wait'}>
            {'count' in due ? t(`due.${due.kind}`, { count: due.count }) : t(`due.${due.kind}`)}
          </span>
          <span className="muted">{dateInWords(task.due)}</span>
          {state && <SavedState state={state} />}
        </span>
      </div>
      {confirming ? (
        <Link
          className="button"
          to="/field/$city/households/$household/assessments/$assessment"
          params={{ city, household, assessment: task.assessment ?? '' }}
        >
          {t('today.confirm')}
        </Link>
      ) : (
        <Link
          className="button"
          to="/field/$city/households/$household/fill/$form"
          params={{ city, household, form: task.form }}
          search={{ case: task.case, ...(task.person === undefined ? {} : { person: task.person }) }}
        >
          {draft ? t('today.resume') : t('today.fill')}
        </Link>
      )}
    </li>
  )
}
