import { Link, useNavigate } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { BackIcon } from '../../app/icons.tsx'
import { forgetDraft } from '../draft.ts'
import { TextEntry } from '../entry/field.tsx'
import type { Known } from '../entry/known.ts'
import { useMistakes } from '../entry/mistakes.ts'
import { People } from '../entry/people.tsx'
import { Refusal } from '../entry/refusal.tsx'
import { useSay } from '../entry/say.ts'
import { Sheet } from '../entry/sheet.tsx'
import { Taken } from '../entry/taken.tsx'
import { Whole } from '../entry/whole.tsx'
import { KeptState } from '../kept-state.tsx'
import { sendOne } from '../outbox.ts'
import { isTaken, mended, type Refused, takenNumbers } from '../refused.ts'
import { headOf, type Registration, type RegistrationEntry } from '../registration.ts'
import { useDraft } from '../use-draft.ts'
import { Afresh } from './afresh.tsx'
import { Basis } from './basis.tsx'
import { placed, registrationMistakes, registrationRequest } from './household.ts'
import { noticeVersion, type Told } from './notice.ts'
import { Place } from './place.tsx'
import type { Ground } from './places.ts'

type RegisteringProps = {
  readonly owner: string
  readonly first: Registration
  readonly ground: Ground
  readonly known: Known
  readonly told: Told
  /** Number of the release whose documents are shown. */
  readonly release: number
  /** To begin another one: the draft is gone. */
  readonly afresh: () => void
}

/** One household being registered: kept at every change, sent once, nothing lost when it is refused. */
export function Registering({ owner, first, ground, known, told, release, afresh }: RegisteringProps) {
  const { t } = useTranslation('register')
  const { t: entryWords } = useTranslation('entry')
  const say = useSay()
  const navigate = useNavigate()
  const keeper = useDraft(owner, first)
  const { draft } = keeper
  const entry = useMemo(() => placed(draft.entry, ground), [draft.entry, ground])
  const [refused, setRefused] = useState<Refused | undefined>(first.refused)
  const [busy, setBusy] = useState(false)
  const found = useMemo(() => registrationMistakes(entry, ground, known, say), [entry, ground, known, say])
  const mistakes = useMistakes(found, refused)

  const change = (part: Partial<RegistrationEntry>, path: string) => {
    const left = mended(refused, path)
    setRefused(left)
    keeper.change({ entry: { ...entry, ...part }, refused: left })
  }
  const submit = async () => {
    if (!mistakes.inOrder()) return
    setBusy(true)
    setRefused(undefined)
    const { refused: _, ...clean } = { ...draft, entry, savedAt: new Date().toISOString() }
    await keeper.flush()
    const request = registrationRequest(clean, noticeVersion(release))
    const sent = await sendOne(owner, { draft: clean, request, tries: 0 })
    setBusy(false)
    if (sent.state === 'refused') {
      setRefused(sent.refused)
      window.scrollTo({ top: 0 })
      return
    }
    keeper.release()
    const params = { city: draft.city, household: draft.id }
    if (sent.state === 'waiting') await navigate({ to: '/field/$city/outbox', params, replace: true })
    else await navigate({ to: '/field/$city/households/$household', params, replace: true })
  }

  const already = isTaken(refused)
  return (
    <Whole
      title={t('title')}
      under={headOf(entry)}
      back={
        <Link
          className="back"
          to="/field/$city/households"
          params={{ city: draft.city }}
          aria-label={t('back')}
        >
          <BackIcon />
        </Link>
      }
      aside={<KeptState keeper={keeper} refused={refused !== undefined} />}
    >
      <p className="muted">{t('under')}</p>
      <Refusal
        message={already ? t('registered') : refused?.message}
        mistakes={mistakes.shown}
        labels={{
          township: t('township'),
          village: t('village'),
          address: t('address'),
          lawfulBasis: t('lawful'),
        }}
      >
        <Taken city={draft.city} numbers={takenNumbers(refused, entry.people)} />
        {already && (
          <Link
            to="/field/$city/households/$household"
            params={{ city: draft.city, household: draft.id }}
            onClick={() => {
              keeper.release()
              void forgetDraft(owner, draft)
            }}
          >
            {t('toFile')}
          </Link>
        )}
      </Refusal>
      <Sheet className="stack" label={t('title')} busy={busy} submit={submit}>
        <section className="card">
          <h2>{t('where')}</h2>
          <Place entry={entry} ground={ground} wrongs={mistakes.wrongs} change={change} />
          <TextEntry
            path="address"
            label={t('address')}
            hint={t('addressHint')}
            wrongs={mistakes.wrongs}
            required
            rows={2}
            value={entry.address}
            set={(address) => change({ address }, 'address')}
          />
        </section>
        <section className="card">
          <h2>{t('people')}</h2>
          <People
            list="people"
            people={entry.people}
            least={1}
            known={known}
            wrongs={mistakes.wrongs}
            set={(people, path) => change({ people }, path)}
          />
        </section>
        <Basis entry={entry} told={told} release={release} wrongs={mistakes.wrongs} change={change} />
        <button type="submit" className="button wide" aria-disabled={busy}>
          {busy ? entryWords('sending') : t('submit')}
        </button>
      </Sheet>
      {draft.savedAt !== '' && (
        <Afresh
          owner={owner}
          draft={draft}
          done={() => {
            keeper.release()
            afresh()
          }}
        />
      )}
    </Whole>
  )
}
