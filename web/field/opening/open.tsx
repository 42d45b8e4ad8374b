import { Link, useNavigate } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Profile, Programmes } from '#forms/catalogue'
import type { HouseholdFile } from '../../../functions/api/contract/index.ts'
import { cityPath, send } from '../../app/client.ts'
import { BackIcon } from '../../app/icons.tsx'
import { useMe } from '../../app/queries.ts'
import { Failed, Loading, Notice } from '../../app/states.tsx'
import { Group, OptionEntry, SelectEntry } from '../entry/field.tsx'
import { useMistakes } from '../entry/mistakes.ts'
import { Refusal } from '../entry/refusal.tsx'
import { useSay } from '../entry/say.ts'
import { useSending } from '../entry/sending.ts'
import { Sheet } from '../entry/sheet.tsx'
import { Whole } from '../entry/whole.tsx'
import { oversees } from '../may.ts'
import { isTaken, mended } from '../refused.ts'
import { todayHere } from '../when.ts'
import { alreadyIn, type CaseEntry, caseMistakes, caseRequest, channelsOf, isOver } from './case.ts'
import { Pair } from './pair.tsx'
import { useVisiting } from './visiting.ts'

type OpenCaseProps = {
  readonly city: string
  /** ULID of the case to be. */
  readonly id: string
  readonly file: HouseholdFile
  readonly profile: Profile
  readonly programmes: Programmes['programmes']
}

const only = <T extends string>(list: readonly T[]): T | '' => (list.length === 1 && list[0] ? list[0] : '')

/** One case being opened: for whom, in which programme, where it came from, and who visits. */
export function OpenCase({ city, id, file, profile, programmes }: OpenCaseProps) {
  const { t } = useTranslation('opening')
  const { t: words } = useTranslation('entry')
  const { t: field } = useTranslation('field')
  const say = useSay()
  const navigate = useNavigate()
  const me = useMe()
  const today = todayHere()
  const channels = channelsOf(profile, t('channels', { returnObjects: true }))
  const [entry, setEntry] = useState<CaseEntry>(() => ({
    programme: only(programmes.filter((one) => !isOver(one, today)).map(({ key }) => key)),
    persons: file.people.length === 1 ? file.people.map((person) => person.id) : [],
    source: only(channels.map(({ key }) => key)),
    ...{ assignee: '', partner: '', due: '' },
  }))
  const [handed, setHanded] = useState<string>()
  const forms = programmes.find(({ key }) => key === entry.programme)?.forms
  const { visiting, failed } = useVisiting(city, file.path, forms, profile)
  const sending = useSending(city)
  const double = alreadyIn(entry, file.cases)
  const twice = file.people
    .flatMap(({ id: one, name }) => (double.includes(one) ? [name.text] : []))
    .join('、')
  const found = useMemo(() => caseMistakes(entry, today, say), [entry, today, say])
  const mistakes = useMistakes(found, sending.refused)
  const change = (part: Partial<CaseEntry>, path: string) => {
    sending.setRefused(mended(sending.refused, path))
    setEntry({ ...entry, ...part })
  }
  const toFile = () =>
    navigate({
      to: '/field/$city/households/$household',
      params: { city, household: file.id },
      replace: true,
    })
  const submit = async () => {
    if (!mistakes.inOrder()) return
    const path = cityPath(city, `households/${encodeURIComponent(file.id)}/cases`)
    if (!(await sending.run(() => send('POST', path, caseRequest(id, entry)))))
      return window.scrollTo({ top: 0 })
    const stays =
      entry.assignee === '' ||
      [entry.assignee, entry.partner].includes(visiting?.me ?? '') ||
      oversees(me.data, city, file.path)
    if (stays) await toFile()
    else setHanded(visiting?.visitors.find((one) => one.id === entry.assignee)?.name ?? '')
  }
  const back = (
    <Link
      className="back"
      to="/field/$city/households/$household"
      params={{ city, household: file.id }}
      aria-label={t('back')}
    >
      <BackIcon />
    </Link>
  )
  const list = (
    <Link className="button" to="/field/$city/households" params={{ city }}>
      {t('toList')}
    </Link>
  )
  if (handed !== undefined)
    return (
      <Whole title={t('title')} back={<span />}>
        <Notice title={t('handed', { name: handed })} lead={t('handedLead')}>
          {list}
        </Notice>
      </Whole>
    )
  const already = isTaken(sending.refused)
  return (
    <Whole
      title={t('title')}
      under={`${field('fill.household', { head: file.head })} · ${file.number}`}
      back={back}
    >
      <Refusal
        message={already ? t('opened') : sending.refused?.message}
        mistakes={mistakes.shown}
        labels={{
          programme: t('programme'),
          persons: t('persons'),
          source: t('source'),
          assignee: t('assignee'),
          partner: t('partner'),
          due: t('due'),
        }}
      >
        {already && (
          <button type="button" className="button quiet" onClick={() => void toFile()}>
            {t('toFile')}
          </button>
        )}
      </Refusal>
      <Sheet className="card" label={t('title')} busy={sending.busy} submit={submit}>
        <SelectEntry
          path="programme"
          label={t('programme')}
          wrongs={mistakes.wrongs}
          required
          value={entry.programme}
          set={(programme) => change({ programme, partner: '' }, 'programme')}
          empty={words('choose')}
          groups={{
            '': programmes.map((one) => ({
              value: one.key,
              disabled: isOver(one, today),
              label: isOver(one, today)
                ? t('over', { title: one.title, to: one.window?.to ?? '' })
                : one.title,
            })),
          }}
        />
        <Group
          path="persons"
          label={t('persons')}
          wrongs={mistakes.wrongs}
          required
          {...(twice !== '' && { hint: t('twice', { names: twice }) })}
        >
          <div className="options">
            {file.people.map((person) => (
              <OptionEntry
                key={person.id}
                label={`${person.name.text}（${person.relation}）`}
                checked={entry.persons.includes(person.id)}
                set={(on) =>
                  change(
                    {
                      persons: file.people
                        .map((one) => one.id)
                        .filter((one) => (one === person.id ? on : entry.persons.includes(one))),
                    },
                    'persons',
                  )
                }
              />
            ))}
          </div>
        </Group>
        <SelectEntry
          path="source"
          label={t('source')}
          wrongs={mistakes.wrongs}
          required
          value={entry.source}
          set={(source) => change({ source }, 'source')}
          empty={words('choose')}
          groups={{ '': channels.map(({ key, name }) => ({ value: key, label: name })) }}
        />
        {visiting ? (
          <Pair entry={entry} visiting={visiting} wrongs={mistakes.wrongs} required={false} change={change} />
        ) : failed ? (
          <Failed error={failed} />
        ) : (
          <Loading />
        )}
        <button type="submit" className="button wide" aria-disabled={sending.busy}>
          {sending.busy ? words('sending') : t('submit')}
        </button>
      </Sheet>
    </Whole>
  )
}
