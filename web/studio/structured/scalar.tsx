import { Input, Select, Switch } from 'antd'
import { useTranslation } from 'react-i18next'
import { fenOf, typedOf } from '../amount.ts'
import { useDesk, useWrite } from './desk.ts'
import { type Place, valueAt } from './place.ts'
import { numberOf, percentOf, ratioOf } from './reading.ts'
import { pathOf, referencesFor } from './references.ts'
import type { Field, Shape } from './shape.ts'
import { Typed } from './typed.tsx'
import { choiceLabel } from './words.ts'

type Props = { readonly id: string; readonly field: Field; readonly place: Place }

/** The input of one value: what it is decides how it is typed. Nothing typed is "not set" or left out, never zero. */
export function Scalar({ id, field, place }: Props) {
  const { t } = useTranslation('studio')
  const { document, documents, name, readOnly } = useDesk()
  const write = useWrite(place)
  const value = valueAt(document, place)
  const { shape, optional, nullable } = field
  const none = optional ? undefined : nullable ? null : ''
  const text = typeof value === 'string' ? value : ''
  const number = typeof value === 'number' ? value : undefined
  const typed = { id, value: number, placeholder: t('structured.unset'), disabled: readOnly }
  const put = (next: number | null) => write(next ?? (optional ? undefined : nullable ? null : next))
  const references = referencesFor(pathOf(name, place), documents)
  if (references || shape.kind === 'choice')
    return (
      <Select
        id={id}
        className="field-wide"
        disabled={readOnly}
        placeholder={t('structured.unset')}
        allowClear={optional || nullable}
        value={text === '' ? undefined : text}
        options={[...(references ?? optionsOf(shape))]}
        onChange={(next: string | undefined) => write(next ?? none)}
      />
    )
  switch (shape.kind) {
    case 'money':
      return (
        <Typed
          {...typed}
          show={typedOf}
          read={fenOf}
          put={put}
          suffix="元"
          wrong={t('structured.amountWrong')}
        />
      )
    case 'ratio':
      return (
        <Typed
          {...typed}
          show={percentOf}
          read={ratioOf}
          put={put}
          suffix="%"
          wrong={t('structured.ratioWrong')}
        />
      )
    case 'number':
      return (
        <Typed
          {...typed}
          show={String}
          read={numberOf(shape)}
          put={put}
          wrong={t('structured.numberWrong', { min: shape.min ?? '', max: shape.max ?? '' })}
        />
      )
    case 'switch':
      return (
        <Switch
          id={id}
          disabled={readOnly}
          checked={value === true}
          checkedChildren={t('structured.yes')}
          unCheckedChildren={t('structured.no')}
          onChange={(on) => write(on || !optional ? on : undefined)}
        />
      )
    case 'date':
      return (
        <Input
          id={id}
          type="date"
          disabled={readOnly}
          value={text}
          onChange={({ target }) => write(target.value === '' ? none : target.value)}
        />
      )
    case 'text':
      return (
        <Input.TextArea
          id={id}
          disabled={readOnly}
          value={text}
          onChange={({ target }) => write(target.value === '' ? none : target.value)}
        />
      )
    default:
      return (
        <Input
          id={id}
          disabled={readOnly}
          value={text}
          placeholder={nullable ? t('structured.unset') : undefined}
          onChange={({ target }) => write(target.value === '' ? none : target.value)}
        />
      )
  }
}

const optionsOf = (shape: Shape) =>
  shape.kind === 'choice' ? shape.options.map((value) => ({ value, label: choiceLabel(value) })) : []
