import { Button } from 'antd'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { ClauseRow, clauseFor } from './clause-row.tsx'
import type { Clause, Groups, Ref, Scene, When } from './model.ts'
import { type Question, questionAt } from './questions.ts'
import type { Asking } from './terms.tsx'

type Props = Asking & {
  readonly when: When
  readonly scene: Scene
  /** The rule in plain words. */
  readonly words: string
  readonly always: string
  readonly change: (next: When) => void
}

/** Clauses joined by “and” in a group, groups by “or”. A rule of another shape is told and kept. */
export function WhenEditor({ when, scene, words, always, change, ...asking }: Props) {
  const { t } = useTranslation('workshop')
  const { questions, outcomes, readOnly } = asking
  const first = firstRef(questions, outcomes)
  const fresh = (): Clause | undefined => first && clauseFor(first, questionAt(questions, first), scene)
  const groups: Groups = when.kind === 'groups' ? when.groups : []
  const write = (next: Groups) => {
    const kept = next.filter((group) => group.length > 0)
    change(kept.length > 0 ? { kind: 'groups', groups: kept } : { kind: 'always' })
  }
  const put = (g: number, c: number, clause: Clause | undefined) =>
    write(
      groups.map((group, i) =>
        i === g ? group.flatMap((one, j) => (j === c ? (clause ?? []) : one)) : group,
      ),
    )
  const begin = () => {
    const clause = fresh()
    if (clause) write([...groups, [clause]])
  }
  if (when.kind === 'own')
    return (
      <div className="own-rule">
        <p>{words}</p>
        <p className="muted">{t('outcomes.when.ownLead')}</p>
        {!readOnly && first && <Button onClick={begin}>{t('outcomes.when.ownReplace')}</Button>}
      </div>
    )
  if (groups.length === 0)
    return (
      <div className="when">
        <p className="muted">{always}</p>
        {!readOnly && first && <Button onClick={begin}>{t('outcomes.when.add')}</Button>}
      </div>
    )
  return (
    <div className="when">
      {groups.map((group, g) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a group is its place
        <Fragment key={g}>
          {g > 0 && <p className="when-or">{t('outcomes.when.or')}</p>}
          <ul className="when-group">
            {group.map((clause, c) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a clause is its place
              <li key={c}>
                {c > 0 && <span className="when-and">{t('outcomes.when.and')}</span>}
                <ClauseRow {...asking} clause={clause} scene={scene} change={(next) => put(g, c, next)} />
              </li>
            ))}
            {!readOnly && (
              <li>
                <Button
                  type="dashed"
                  size="small"
                  onClick={() => {
                    const clause = fresh()
                    if (clause) write(groups.map((one, i) => (i === g ? [...one, clause] : one)))
                  }}
                >
                  {t('outcomes.when.addAnd')}
                </Button>
              </li>
            )}
          </ul>
        </Fragment>
      ))}
      {!readOnly && (
        <Button type="dashed" size="small" onClick={begin}>
          {t('outcomes.when.addOr')}
        </Button>
      )}
    </div>
  )
}

const firstRef = (questions: readonly Question[], outcomes: Asking['outcomes']): Ref | undefined => {
  const last = outcomes.at(-1)
  return last ? { root: 'outcomes', path: last.key } : questions[0]?.of
}
