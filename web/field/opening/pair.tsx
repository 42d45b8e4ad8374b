import { useTranslation } from 'react-i18next'
import type { MemberCard } from '../../../functions/api/contract/index.ts'
import { SelectEntry, TextEntry, type Wrongs } from '../entry/field.tsx'
import { dateInWords } from '../when.ts'
import { lastDue, type PairEntry } from './pair.ts'
import type { Visiting } from './visiting.ts'
import { partnersFor } from './visitors.ts'

type PairProps = {
  readonly entry: PairEntry
  readonly visiting: Visiting
  readonly wrongs: Wrongs
  /** A case may wait for the township without anybody; where it is accepted, somebody is named. */
  readonly required: boolean
  readonly change: (part: Partial<PairEntry>, path: string) => void
}

/** Who visits the household, alone or as the pair that the forms ask for, and by when. */
export function Pair({ entry, visiting, wrongs, required, change }: PairProps) {
  const { t } = useTranslation('opening')
  const { t: shell } = useTranslation('app')
  const { t: words } = useTranslation('entry')
  const { visitors, teams, me, today, due } = visiting
  const option = ({ id, name, roles }: MemberCard) => {
    const posts = [...new Set(roles.map(({ role }) => shell(`roles.${role}`)))].join('、')
    return { value: id, label: `${id === me ? t('me', { name }) : name} · ${posts}` }
  }
  const partners = partnersFor(visitors, entry.assignee, teams)
  const paired = teams.length > 0 && entry.assignee !== ''
  return (
    <>
      <SelectEntry
        path="assignee"
        label={t('assignee')}
        wrongs={wrongs}
        required={required}
        value={entry.assignee}
        set={(assignee) => change({ assignee, partner: '' }, 'assignee')}
        empty={required ? words('choose') : t('later')}
        groups={{ '': visitors.map(option) }}
      />
      {paired && (
        <SelectEntry
          path="partner"
          label={t('partner')}
          hint={partners.length > 0 ? t('partnerHint') : t('partnerNone')}
          wrongs={wrongs}
          value={entry.partner}
          set={(partner) => change({ partner }, 'partner')}
          empty={t('partnerLater')}
          groups={{ '': partners.map(option) }}
        />
      )}
      {(required || entry.assignee !== '') && (
        <TextEntry
          path="due"
          label={t('due')}
          hint={t('dueHint', { day: dateInWords(due) })}
          wrongs={wrongs}
          type="date"
          bounds={{ min: today, max: lastDue(today) }}
          value={entry.due}
          set={(value) => change({ due: value }, 'due')}
        />
      )}
    </>
  )
}
