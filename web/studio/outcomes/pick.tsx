import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { OutcomeDefinition } from '#forms/definition'
import type { Ref } from './model.ts'
import type { Question } from './questions.ts'

type Props = {
  readonly label: string
  readonly value?: Ref | undefined
  readonly questions: readonly Question[]
  readonly outcomes: readonly OutcomeDefinition[]
  readonly placeholder?: string
  readonly disabled?: boolean
  readonly pick: (of: Ref) => void
}

export const nameOfRef = (of: Ref): string => `${of.root}.${of.path}`

/** A question or an earlier result, found by typing a part of its name. */
export function Pick({ label, value, questions, outcomes, placeholder, disabled, pick }: Props) {
  const { t } = useTranslation('workshop')
  const refs = new Map<string, Ref>()
  const option = (of: Ref, name: string) => {
    refs.set(nameOfRef(of), of)
    return { value: nameOfRef(of), label: name }
  }
  const groups = [
    {
      label: t('outcomes.refs.questions'),
      options: questions.map((one) => option(one.of, one.label)),
    },
    {
      label: t('outcomes.refs.outcomes'),
      options: outcomes.map(({ key, title }) =>
        option({ root: 'outcomes', path: key }, title || t('outcomes.untitled')),
      ),
    },
  ].filter(({ options }) => options.length > 0)
  const gone =
    value && !refs.has(nameOfRef(value)) ? [option(value, t('outcomes.gone', { path: value.path }))] : []
  return (
    <Select
      className="pick"
      aria-label={label}
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={false}
      value={value ? nameOfRef(value) : null}
      placeholder={placeholder ?? label}
      disabled={disabled ?? false}
      options={[...gone, ...groups]}
      onChange={(name: string) => {
        const of = refs.get(name)
        if (of) pick(of)
      }}
    />
  )
}
