import { Button } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { SourceMark } from '../source-mark.tsx'
import { Technical } from '../technical.tsx'
import { useDesk, useFindingsAt, useWrite } from './desk.ts'
import { Entries } from './entries.tsx'
import { type Place, pointerOf, valueAt } from './place.ts'
import { pathOf } from './references.ts'
import { Scalar } from './scalar.tsx'
import { Several } from './several.tsx'
import { blank, type Field, type Shape } from './shape.ts'
import { Teams } from './teams.tsx'
import { fieldLabel } from './words.ts'

/** The members of an object: short fields beside each other, lists and groups below. */
export function Group({ fields, place }: { readonly fields: readonly Field[]; readonly place: Place }) {
  const shown = fields.filter(({ name, shape }) => shape.kind !== 'fixed' && name !== 'todo')
  const flat = shown.filter(
    (field) => !isDeep(field.shape) && field.shape.kind !== 'source' && !isName(field),
  )
  const named = shown.find(isName)
  const deep = shown.filter(({ shape }) => isDeep(shape))
  return (
    <div className="structured-group">
      <div className="structured-fields">
        {flat.map((field) => (
          <Labelled key={field.name} field={field} place={[...place, field.name]} />
        ))}
      </div>
      {deep.map((field) => (
        <Deep key={field.name} field={field} place={[...place, field.name]} />
      ))}
      {named && <SystemName field={named} place={[...place, named.name]} />}
    </div>
  )
}

/** What the system calls an entry. */
const isName = ({ name, shape }: Field): boolean => name === 'key' && shape.kind === 'key'

/** It interests a person last, and only where something is wrong with it or leads there. */
function SystemName({ field, place }: { readonly field: Field; readonly place: Place }) {
  const { at } = useDesk()
  const found = useFindingsAt(place)
  return (
    <Technical open={found.length > 0 || at?.pointer === pointerOf(place)}>
      <Labelled field={field} place={place} />
    </Technical>
  )
}

/** Whether a member needs room of its own. */
export const isDeep = (shape: Shape): boolean =>
  shape.kind === 'group' ||
  (shape.kind === 'list' && (shape.item.kind === 'group' || shape.item.kind === 'list'))

function Labelled({ field, place }: { readonly field: Field; readonly place: Place }) {
  const { t } = useTranslation('studio')
  const { name } = useDesk()
  const id = useId()
  const found = useFindingsAt(place)
  const { shape } = field
  const label = fieldLabel(pathOf(name, place), field.name)
  return (
    <div className="structured-field" data-kind={shape.kind} data-pointer={pointerOf(place)}>
      <label htmlFor={id}>{label}</label>
      {shape.kind === 'other' ? (
        <p className="muted">{t('structured.sourceOnly')}</p>
      ) : shape.kind === 'list' ? (
        <Several id={id} item={shape.item} place={place} optional={field.optional} />
      ) : (
        <Scalar id={id} field={field} place={place} />
      )}
      {field.name === 'key' && <p className="field-hint">{t('structured.keyHint')}</p>}
      {found.map(({ pointer, code, message }) => (
        <p key={`${pointer} ${code}`} className="field-wrong">
          {message}
        </p>
      ))}
    </div>
  )
}

/** A member that is an object or a list of objects, under its own heading; one that may be missing can be set and unset. */
export function Deep({ field, place }: { readonly field: Field; readonly place: Place }) {
  const { t } = useTranslation('studio')
  const { document, name, readOnly } = useDesk()
  const write = useWrite(place)
  const { shape, optional, nullable } = field
  const label = fieldLabel(pathOf(name, place), field.name)
  const value = valueAt(document, place)
  const missing = value === undefined || value === null
  return (
    <fieldset className="structured-deep" data-pointer={pointerOf(place)}>
      <legend>
        {label} <SourceMark rule={ruleOf(value)} />
      </legend>
      {missing && (optional || nullable) && shape.kind === 'group' ? (
        <p>
          <span className="unset">{t('structured.unset')}</span>{' '}
          {!readOnly && <Button onClick={() => write(blank(shape))}>{t('structured.set')}</Button>}
        </p>
      ) : shape.kind === 'group' ? (
        <>
          <Group fields={shape.fields} place={place} />
          {(optional || nullable) && !readOnly && (
            <Button onClick={() => write(optional ? undefined : null)}>{t('structured.unsetNow')}</Button>
          )}
        </>
      ) : shape.kind === 'list' && shape.item.kind === 'list' ? (
        <Teams item={shape.item.item} place={place} empty={nullable ? null : optional ? undefined : []} />
      ) : shape.kind === 'list' ? (
        <Entries item={shape.item} place={place} label={label} optional={optional} />
      ) : null}
    </fieldset>
  )
}

/** The rule that an object cites. */
export const ruleOf = (value: unknown): string | undefined => {
  const rule = valueAt(value, ['source', 'rule'])
  return typeof rule === 'string' ? rule : undefined
}
