import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ulid } from 'ulid'
import { fieldId } from '../../form/context.ts'
import type { PersonEntry } from '../registration.ts'
import type { Wrongs } from './field.tsx'
import type { Known } from './known.ts'
import { PersonFields } from './person.tsx'
import { blankPerson, mostPeople } from './persons.ts'

type PeopleProps = {
  readonly list: 'people' | 'join'
  readonly people: readonly PersonEntry[]
  /** At least so many stay. */
  readonly least: number
  readonly most?: number
  readonly known: Known
  readonly wrongs: Wrongs
  /** `path` is what of the request this touches. */
  readonly set: (people: readonly PersonEntry[], path: string) => void
}

/** The people of a household, one card each; they are added and removed one by one. */
export function People({ list, people, least, most = mostPeople, known, wrongs, set }: PeopleProps) {
  const { t } = useTranslation('entry')
  const [added, setAdded] = useState<string>()
  const [said, setSaid] = useState('')
  const adding = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (added) document.getElementById(added)?.focus()
  }, [added])
  const add = () => {
    const path = `${list}[${people.length}]`
    set([...people, blankPerson(ulid())], path)
    setAdded(fieldId(`${path}.name`))
    setSaid('')
  }
  const remove = (at: number) => {
    set(
      people.filter((_, one) => one !== at),
      list,
    )
    setAdded(undefined)
    setSaid(t('person.removed', { n: at + 1 }))
    adding.current?.focus()
  }
  return (
    <div className="stack" id={fieldId(list)} tabIndex={-1}>
      {people.map((person, at) => {
        const path = `${list}[${at}]`
        return (
          <fieldset className="entry-person" key={person.id}>
            <legend>{t('person.nth', { n: at + 1 })}</legend>
            <PersonFields
              person={person}
              path={path}
              known={known}
              wrongs={wrongs}
              change={(part, field) =>
                set(
                  people.map((one, index) => (index === at ? { ...one, ...part } : one)),
                  `${path}.${field}`,
                )
              }
            />
            {people.length > least && (
              <button type="button" className="text-button danger" onClick={() => remove(at)}>
                {t('person.removeOf', { n: at + 1 })}
              </button>
            )}
          </fieldset>
        )
      })}
      {wrongs.has(list) && <p className="error">{wrongs.get(list)}</p>}
      {people.length < most && (
        <button type="button" className="button quiet" ref={adding} onClick={add}>
          {t('person.add')}
        </button>
      )}
      <p className="visually-hidden" role="status">
        {said}
      </p>
    </div>
  )
}
