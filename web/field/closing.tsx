import { useTranslation } from 'react-i18next'
import type { MemberCard, Page } from '../../functions/api/contract/index.ts'
import { cityPath } from '../app/client.ts'
import { useApi } from '../app/queries.ts'
import { Failed, Loading } from '../app/states.tsx'
import type { FormStore } from '../form/index.ts'
import { useSummary } from './readiness.ts'
import { useMemberId } from './self.ts'
import { partnersOf } from './team.ts'
import { whenInWords } from './when.ts'

type ClosingProps = {
  readonly city: string
  readonly startedAt: string
  readonly store: FormStore
  readonly team: readonly (readonly string[])[] | undefined
  readonly second: string | undefined
  readonly choose: (member: string) => void
}

/** The last part of every form: who was there, when, and whether everything is filled in. */
export function Closing({ city, startedAt, store, team, second, choose }: ClosingProps) {
  const { t } = useTranslation('field')
  const open = useSummary(store)
  return (
    <div className="group">
      {team && <Partner city={city} team={team} second={second} choose={choose} />}
      <dl className="facts">
        <div>
          <dt>{t('fill.started')}</dt>
          <dd>{whenInWords(startedAt)}</dd>
        </div>
      </dl>
      <p className="muted">{t('fill.finished')}</p>
      {open === 0 && <p className="note good-words">{t('fill.nothingLeft')}</p>}
    </div>
  )
}

type PartnerProps = Pick<ClosingProps, 'city' | 'second' | 'choose'> & {
  readonly team: readonly (readonly string[])[]
}

function Partner({ city, team, second, choose }: PartnerProps) {
  const { t } = useTranslation('field')
  const { t: shell } = useTranslation('app')
  const me = useMemberId()
  const members = useApi<Page<MemberCard>>(cityPath(city, 'members'))
  if (members.isError) return <Failed error={members.error} retry={members.refetch} />
  if (members.isPending || !me) return <Loading />
  const partners = partnersOf(team, members.data.items, me)
  return (
    <fieldset className="question">
      <legend>
        <span className="question-label">{t('fill.second')}</span>
      </legend>
      <p className="hint">{t('fill.secondLead')}</p>
      {partners.length === 0 && <p className="error">{t('fill.secondNone')}</p>}
      <div className="options">
        {partners.map((one) => (
          <label className="option" key={one.id}>
            <input type="radio" name="second" checked={second === one.id} onChange={() => choose(one.id)} />
            <span>
              {one.name}
              <span className="muted">
                {` ${[...new Set(one.roles.map(({ role }) => shell(`roles.${role}`)))].join('、')}`}
              </span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
