import '../../outcomes/outcomes.css'
import './conditions.css'
import { Radio, Select } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { cityOptions, conditionOf, type FormDocument, outline } from '#forms/definition'
import type { EditorProps } from '../../document/editor.tsx'
import { sayOwn } from '../../outcomes/own-words.ts'
import { questionsOf, sceneOf } from '../../outcomes/questions.ts'
import { WhenEditor } from '../../outcomes/when-editor.tsx'
import { readShowing, type Showing, writeShowing } from './showing.ts'
import { withConditional } from './with-conditional.ts'

type Props = Pick<EditorProps, 'text' | 'change' | 'around' | 'readOnly'> & { readonly form: FormDocument }

/** When each question is shown, in plain comparisons. */
export function Conditions({ form, text, change, around, readOnly }: Props) {
  const { t } = useTranslation('workshop')
  const [chosen, setChosen] = useState<string>()
  const outlined = useMemo(() => outline(form.definition), [form.definition])
  const words = useMemo(() => sayOwn(form, 'show'), [form])
  const named = outlined.entries.filter(({ key, label }) => key !== '' && label !== '')
  const entry = named.find(({ pointer }) => pointer === chosen)
  const questions = useMemo(
    () => (entry ? questionsOf(form, cityOptions(around), entry) : []),
    [form, around, entry],
  )
  if (named.length === 0) return <p className="muted">{t('conditions.none')}</p>
  const scene = { ...sceneOf(form, questions), bandsOf: () => [] }
  const facts = { outline: outlined, questions, scene }
  const write = (next: Showing) => {
    const written = entry && withConditional(text, entry.pointer, writeShowing(next, facts))
    if (written !== undefined) change(written)
  }
  const showing: Showing = entry ? readShowing(entry, facts) : { kind: 'always' }
  const having = named.filter((one) => conditionOf(one))
  return (
    <div className="conditions">
      <p className="muted">{t('conditions.lead')}</p>
      <Select
        className="pick"
        aria-label={t('conditions.which')}
        placeholder={t('conditions.whichHint')}
        showSearch={{ optionFilterProp: 'label' }}
        value={entry?.pointer ?? null}
        options={named.map(({ pointer, label }) => ({ value: pointer, label }))}
        onChange={(pointer: string) => setChosen(pointer)}
      />
      {entry && (
        <section className="outcome" aria-label={entry.label}>
          {showing.kind === 'groups' && (
            <Radio.Group
              aria-label={t('conditions.mode')}
              value={showing.show}
              disabled={readOnly}
              onChange={({ target }) => write({ ...showing, show: target.value === true })}
              options={[
                { value: true, label: t('conditions.show') },
                { value: false, label: t('conditions.hide') },
              ]}
            />
          )}
          <WhenEditor
            questions={questions}
            outcomes={[]}
            readOnly={readOnly}
            scene={scene}
            when={
              showing.kind === 'own'
                ? { kind: 'own', rule: null }
                : showing.kind === 'always'
                  ? { kind: 'always' }
                  : { kind: 'groups', groups: showing.groups }
            }
            words={words(entry.path) || words(entry.key)}
            always={questions.length > 0 ? t('conditions.always') : t('conditions.alone')}
            change={(when) =>
              write(
                when.kind === 'groups'
                  ? { ...when, show: showing.kind === 'groups' ? showing.show : true }
                  : { kind: 'always' },
              )
            }
          />
        </section>
      )}
      <h3>{t('conditions.have')}</h3>
      {having.length === 0 && <p className="muted">{t('conditions.haveNone')}</p>}
      <ul className="conditions-have">
        {having.map(({ pointer, label, path, key }) => (
          <li key={pointer}>
            <button type="button" aria-current={pointer === chosen} onClick={() => setChosen(pointer)}>
              <strong>{label}</strong>
              <span className="muted">{words(path) || words(key)}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
