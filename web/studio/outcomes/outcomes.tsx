import './outcomes.css'
import { Button } from 'antd'
import { useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Catalogue } from '#forms/catalogue'
import {
  analyse,
  cityOptions,
  type FormDocument,
  type LintFinding,
  type OutcomeDefinition,
} from '#forms/definition'
import type { EditorProps } from '../document/editor.tsx'
import { followLevels } from './follow-levels.ts'
import { withDecisions } from './form-text.ts'
import { freshKey } from './fresh-key.ts'
import { writeMeasure } from './measure.ts'
import { beginning } from './measure-editor.tsx'
import { OutcomeCard } from './outcome-card.tsx'
import { sayOwn } from './own-words.ts'
import { questionsOf, sceneOf } from './questions.ts'
import { RecommendList } from './recommend-list.tsx'

type Props = Pick<EditorProps, 'text' | 'change' | 'around' | 'readOnly' | 'at'> & {
  readonly form: FormDocument
  /** What the linter minds of the form. */
  readonly minded: readonly LintFinding[]
  /** Shows a place in the source. */
  readonly go: (pointer: string) => void
}

/** What a form finds out and advises: results with their levels, and the service items that follow. */
export function Outcomes({ form, minded, text, change, around, readOnly, at, go }: Props) {
  const { t } = useTranslation('workshop')
  const questions = useMemo(() => questionsOf(form, cityOptions(around)), [form, around])
  const scene = useMemo(() => sceneOf(form, questions), [form, questions])
  const outcomes = Array.isArray(form.outcomes) ? form.outcomes : []
  const recommends = Array.isArray(form.recommends) ? form.recommends : []
  const words = useMemo(() => sayOwn(form), [form])
  const { rules } = useMemo(
    () => analyse(form.definition, { outcomes, recommends }),
    [form.definition, outcomes, recommends],
  )
  const room = useShown(at?.pointer, at)
  const write = (next: readonly OutcomeDefinition[]) => {
    const written = withDecisions(text, {
      outcomes: next,
      ...(recommends.length > 0 && { recommends: followLevels(form, next, scene) }),
    })
    if (written !== undefined) change(written)
  }
  const put = (i: number, next: OutcomeDefinition | undefined) =>
    write(outcomes.flatMap((one, j) => (i === j ? (next ?? []) : one)))
  const swap = (i: number, j: number) => {
    const [a, b] = [outcomes[i], outcomes[j]]
    if (a && b) write(outcomes.map((one, n) => (n === i ? b : n === j ? a : one)))
  }
  const first = beginning('sum', undefined, { questions, outcomes: [], readOnly })
  const items = useMemo(
    () =>
      ((around['catalogue'] as Catalogue | undefined)?.items ?? []).filter(
        ({ status }) => status === 'active',
      ),
    [around],
  )
  const usersOf = (key: string) =>
    rules.flatMap(({ reads, label, path }) =>
      reads.some((read) => read.path === `outcomes.${key}`)
        ? [items.find((item) => path.startsWith('recommends') && item.key === label)?.name ?? label]
        : [],
    )
  return (
    <div className="outcomes" ref={room}>
      <p className="muted">{outcomes.length === 0 ? t('outcomes.none') : t('outcomes.lead')}</p>
      {outcomes.map((outcome, i) => (
        <div key={outcome.key} data-pointer={`/outcomes/${i}`} tabIndex={-1}>
          <OutcomeCard
            outcome={outcome}
            questions={questions}
            outcomes={outcomes.slice(0, i)}
            readOnly={readOnly}
            scene={scene}
            words={words(`outcomes.${outcome.key}`)}
            used={usersOf(outcome.key)}
            findings={minded.filter(({ pointer }) => pointer === `/outcomes/${i}/value`)}
            change={(next) => put(i, next)}
            up={i > 0 ? () => swap(i, i - 1) : undefined}
            down={i < outcomes.length - 1 ? () => swap(i, i + 1) : undefined}
            toSource={() => go(`/outcomes/${i}/value`)}
          />
        </div>
      ))}
      {!readOnly &&
        (first ? (
          <Button
            onClick={() =>
              write([
                ...outcomes,
                {
                  key: freshKey(
                    outcomes.map(({ key }) => key),
                    'outcome',
                  ),
                  title: t('outcomes.newTitle'),
                  value: writeMeasure(first, scene),
                  rule: t('outcomes.own'),
                },
              ])
            }
          >
            {t('outcomes.add')}
          </Button>
        ) : (
          <p className="muted">{t('outcomes.noQuestions')}</p>
        ))}
      <div data-pointer="/recommends" tabIndex={-1}>
        <RecommendList
          recommends={recommends}
          items={items}
          questions={questions}
          outcomes={outcomes}
          readOnly={readOnly}
          scene={scene}
          wordsOf={(i) => words(`recommends[${i}]`)}
          change={(next) => {
            const written = withDecisions(text, { recommends: next })
            if (written !== undefined) change(written)
          }}
        />
      </div>
    </div>
  )
}

/** Brings the place that was asked for into view. */
function useShown(pointer: string | undefined, times: unknown) {
  const room = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: asking for the same place again shows it again
  useEffect(() => {
    if (pointer === undefined) return
    const places = [...(room.current?.querySelectorAll<HTMLElement>('[data-pointer]') ?? [])]
    const place = places.find(({ dataset }) => `${pointer}/`.startsWith(`${dataset['pointer']}/`))
    place?.scrollIntoView({ block: 'start' })
    place?.focus({ preventScroll: true })
  }, [pointer, times])
  return room
}
