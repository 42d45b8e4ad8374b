import './rules.css'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { analyse, cityOptions, type FormDocument, type RuleFacts } from '#forms/definition'
import { RulesPicture } from './rules-picture.tsx'

type Props = {
  readonly form: FormDocument
  readonly around: Readonly<Record<string, unknown>>
  /** Shows a place of the document in its source. */
  readonly go: (pointer: string) => void
}

/** Every rule of the form in plain words, by the question that it decides on; each jumps to its place. */
export function Rules({ form, around, go }: Props) {
  const { t } = useTranslation('studio')
  const { definition, outcomes, recommends } = form
  const analysis = useMemo(
    () => analyse(definition, { ...(outcomes && { outcomes }), ...(recommends && { recommends }) }),
    [definition, outcomes, recommends],
  )
  const items = useMemo(() => cityOptions(around)['catalogue'] ?? [], [around])
  const nameOf = (path: string, label: string): string =>
    path.startsWith('recommends[') ? (items.find(({ value }) => value === label)?.label ?? label) : label
  const { rules } = analysis
  if (rules.length === 0) return <p className="muted">{t('rules.none')}</p>
  return (
    <div className="rules">
      <p className="muted">{t('rules.lead', { count: rules.length })}</p>
      <RulesPicture analysis={analysis} nameOf={nameOf} />
      {groups(rules).map(([first, ...more]) => (
        <section key={first.path}>
          <h3>{nameOf(first.path, first.label)}</h3>
          <ul>
            {[first, ...more].map((rule) => (
              <li key={`${rule.kind} ${rule.pointer}`}>
                <button type="button" onClick={() => go(placeOf(rule))}>
                  <span className="rules-kind">{t(`rules.kinds.${rule.kind}`)}</span>
                  <span>{rule.words}</span>
                  <span className="muted">
                    {rule.reads.length === 0
                      ? t('rules.readsNothing')
                      : t('rules.reads', { names: rule.reads.map(({ label }) => label).join('、') })}
                    <span aria-hidden="true"> → </span>
                    {t('rules.writes', {
                      names: [...new Set(rule.writes.map(({ what }) => t(`rules.what.${what}`)))].join('、'),
                    })}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

/** Rules of one question together, in the order of the form. */
const groups = (rules: readonly RuleFacts[]): readonly (readonly [RuleFacts, ...RuleFacts[]])[] => {
  const found = new Map<string, [RuleFacts, ...RuleFacts[]]>()
  for (const rule of rules) {
    const group = found.get(rule.path)
    if (group) group.push(rule)
    else found.set(rule.path, [rule])
  }
  return [...found.values()]
}

/** Pointers of the analysis lead into the definition, those of outcomes and recommendations into the document. */
const placeOf = ({ pointer, kind }: RuleFacts): string =>
  kind === 'outcome' || kind === 'recommend' ? pointer : `/definition${pointer}`
