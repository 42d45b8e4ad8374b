import { Link, useNavigate } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HouseholdFile } from '../../../functions/api/contract/index.ts'
import { send } from '../../app/client.ts'
import { BackIcon } from '../../app/icons.tsx'
import { TextEntry } from '../entry/field.tsx'
import type { Known } from '../entry/known.ts'
import { useMistakes } from '../entry/mistakes.ts'
import { People } from '../entry/people.tsx'
import { mostPeople } from '../entry/persons.ts'
import { Refusal } from '../entry/refusal.tsx'
import { useSay } from '../entry/say.ts'
import { useSending } from '../entry/sending.ts'
import { Sheet } from '../entry/sheet.tsx'
import { Taken } from '../entry/taken.tsx'
import { Whole } from '../entry/whole.tsx'
import { filePath } from '../household.tsx'
import { mended, takenNumbers } from '../refused.ts'
import { type ChangeEntry, changeMistakes, changeRequest, isUnchanged } from './change.ts'
import { Standing } from './standing.tsx'

type ChangingProps = {
  readonly city: string
  readonly file: HouseholdFile
  /** Reads the file anew; the page then shows it. */
  readonly readAgain: () => Promise<void>
  readonly known: Known
}

const mostAtOnce = 10

/** A new address, people who joined, and whether the file is in use. */
export function Changing({ city, file, readAgain, known }: ChangingProps) {
  const { t } = useTranslation('change')
  const { t: words } = useTranslation('entry')
  const { t: field } = useTranslation('field')
  const say = useSay()
  const navigate = useNavigate()
  const [entry, setEntry] = useState<ChangeEntry>({ address: '', join: [] })
  const [said, setSaid] = useState('')
  const sending = useSending(city)
  const found = useMemo(() => changeMistakes(entry, known, say), [entry, known, say])
  const mistakes = useMistakes(found, sending.refused)
  const change = (part: Partial<ChangeEntry>, path: string) => {
    setSaid('')
    sending.setRefused(mended(sending.refused, path))
    setEntry({ ...entry, ...part })
  }
  const params = { city, household: file.id }
  const toFile = () => navigate({ to: '/field/$city/households/$household', params, replace: true })
  const submit = async () => {
    if (isUnchanged(entry)) return setSaid(t('nothing'))
    if (!mistakes.inOrder()) return
    const sent = () => send('PATCH', filePath(city, file.id), changeRequest(entry), { rev: file.rev })
    if (await sending.run(sent)) await toFile()
    else window.scrollTo({ top: 0 })
  }
  const refresh = async () => {
    await readAgain()
    sending.setRefused(undefined)
    setSaid(t('refreshed'))
  }
  const stale = sending.refused?.code === 'stale'
  return (
    <Whole
      title={t('title')}
      under={`${field('fill.household', { head: file.head })} · ${file.number}`}
      back={
        <Link className="back" to="/field/$city/households/$household" params={params} aria-label={t('back')}>
          <BackIcon />
        </Link>
      }
    >
      <Refusal
        message={stale ? t('stale') : sending.refused?.message}
        mistakes={mistakes.shown}
        labels={{ address: t('address') }}
      >
        {stale && (
          <button type="button" className="button quiet" onClick={() => void refresh()}>
            {t('refresh')}
          </button>
        )}
        <Taken city={city} numbers={takenNumbers(sending.refused, entry.join)} />
      </Refusal>
      <p className={said ? 'note' : 'visually-hidden'} role="status">
        {said}
      </p>
      <Sheet className="card" label={t('title')} busy={sending.busy} submit={submit}>
        <TextEntry
          path="address"
          label={t('address')}
          hint={t('addressNow', { address: file.address.text })}
          wrongs={mistakes.wrongs}
          rows={2}
          value={entry.address}
          set={(address) => change({ address }, 'address')}
        />
        <h2>{t('join')}</h2>
        <p className="muted">{t('joinLead')}</p>
        <People
          list="join"
          people={entry.join}
          least={0}
          most={Math.min(mostAtOnce, mostPeople - file.people.length)}
          known={known}
          wrongs={mistakes.wrongs}
          set={(join, path) => change({ join }, path)}
        />
        <button type="submit" className="button wide" aria-disabled={sending.busy}>
          {sending.busy ? words('sending') : t('submit')}
        </button>
      </Sheet>
      <Standing city={city} file={file} done={() => void toFile()} />
    </Whole>
  )
}
