import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useDesk, useWrite } from './desk.ts'
import { entriesAt, type Place } from './place.ts'
import { pathOf, referencesFor } from './references.ts'
import type { Shape } from './shape.ts'
import { choiceLabel } from './words.ts'

type Props = {
  readonly id: string
  readonly item: Shape
  readonly place: Place
  readonly optional: boolean
  readonly label?: string
}

/** A list of words, keys or choices in one field. An optional list with nothing in it is left out. */
export function Several({ id, item, place, optional, label }: Props) {
  const { t } = useTranslation('studio')
  const { document, documents, name, readOnly } = useDesk()
  const write = useWrite(place)
  const references = referencesFor(pathOf(name, place), documents)
  const options =
    references ??
    (item.kind === 'choice' ? item.options.map((value) => ({ value, label: choiceLabel(value) })) : undefined)
  return (
    <Select
      id={id}
      aria-label={label}
      className="field-wide"
      mode={options ? 'multiple' : 'tags'}
      disabled={readOnly}
      placeholder={options ? t('structured.unset') : t('structured.textHint')}
      value={entriesAt(document, place).map(String)}
      showSearch={{ optionFilterProp: 'label' }}
      options={[...(options ?? [])]}
      {...(options === undefined && { open: false })}
      onChange={(next: string[]) => write(next.length === 0 && optional ? undefined : next)}
    />
  )
}
