import { useTranslation } from 'react-i18next'
import type { PersonEntry } from '../registration.ts'
import { OptionEntry, SelectEntry, TextEntry, type Wrongs } from './field.tsx'
import type { Known } from './known.ts'
import { ageOn, bornOf, needsGuardian } from './persons.ts'

type PersonProps = {
  readonly person: PersonEntry
  /** Path of the person, e.g. `people[0]`. */
  readonly path: string
  readonly known: Known
  readonly wrongs: Wrongs
  readonly change: (part: Partial<PersonEntry>, field: string) => void
}

/** Everything that is entered about one person. */
export function PersonFields({ person, path, known, wrongs, change }: PersonProps) {
  const { t } = useTranslation('entry')
  const text = (field: 'name' | 'idNumber' | 'phone' | 'guardian' | 'born') => ({
    path: `${path}.${field}`,
    label: t(`person.${field}`),
    wrongs,
    value: person[field],
    set: (value: string) => change({ [field]: value }, field),
  })
  const relations = t('person.relations', { returnObjects: true })
  const { householdClasses, classes, traits } = known.objects
  const families = householdClasses.map(({ key, label }) => ({ value: key, label }))
  const served = classes
    .filter(({ key }) => !householdClasses.some((one) => one.key === key))
    .map(({ key, label }) => ({ value: key, label }))
  const unnumbered = person.idNumber.trim() === ''
  const born = unnumbered ? undefined : bornOf(person, known)
  const read = born === undefined ? '' : t('person.read', { born, age: ageOn(born, known.today) })
  return (
    <>
      <TextEntry {...text('name')} required />
      <SelectEntry
        path={`${path}.relation`}
        label={t('person.relation')}
        wrongs={wrongs}
        required
        value={person.relation}
        set={(relation) => change({ relation }, 'relation')}
        empty={t('choose')}
        groups={{ '': relations.map((one) => ({ value: one, label: one })) }}
      />
      <TextEntry {...text('idNumber')} hint={read || t('person.idHint')} />
      {unnumbered && <TextEntry {...text('born')} type="date" bounds={{ max: known.today }} />}
      {(person.guardian !== '' || needsGuardian(person, known)) && (
        <TextEntry {...text('guardian')} hint={t('person.guardianHint')} required />
      )}
      <TextEntry {...text('phone')} type="tel" />
      <SelectEntry
        path={`${path}.objectClass`}
        label={t('person.objectClass')}
        wrongs={wrongs}
        value={person.objectClass}
        set={(objectClass) => change({ objectClass }, 'objectClass')}
        empty={t('none')}
        groups={{
          [t('person.families')]: families,
          ...(served.length > 0 && { [t('person.classes')]: served }),
        }}
      />
      {traits.length > 0 && (
        <details className="traits" open={wrongs.has(`${path}.traits`) || undefined}>
          <summary>
            {t('person.traits')}
            <span className="muted">{t('person.traitsCount', { count: person.traits.length })}</span>
          </summary>
          <div className="options">
            {traits.map(({ key, label }) => (
              <OptionEntry
                key={key}
                label={label}
                checked={person.traits.includes(key)}
                set={(on) =>
                  change(
                    { traits: on ? [...person.traits, key] : person.traits.filter((one) => one !== key) },
                    'traits',
                  )
                }
              />
            ))}
          </div>
        </details>
      )}
    </>
  )
}
