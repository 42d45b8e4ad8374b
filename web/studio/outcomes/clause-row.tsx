import { Button, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { Choices } from './matches.tsx'
import type { Clause, ClauseTest, Ref, Scene } from './model.ts'
import { NumberCell } from './number-cell.tsx'
import { Pick } from './pick.tsx'
import { type Question, questionAt } from './questions.ts'
import type { Asking } from './terms.tsx'

type Props = Asking & {
  readonly clause: Clause
  readonly scene: Scene
  readonly change: (next: Clause | undefined) => void
}

const orders = ['atLeast', 'more', 'atMost', 'less'] as const

/** What can be asked of an answer of this kind, the most likely first. */
const testsOf = (of: Ref, question: Question | undefined, scene: Scene): readonly ClauseTest[] => {
  if (of.root === 'outcomes') {
    const plain = [...orders, 'any', 'none', 'filled', 'blank'] as const
    return scene.bandsOf(of.path).length > 0 ? ['level', ...plain] : plain
  }
  switch (question?.kind) {
    case 'choice':
      return ['any', 'none', 'filled', 'blank']
    case 'tick':
      return ['any']
    case 'number':
      return [...orders, 'any', 'none', 'filled', 'blank']
    case 'list':
      return ['includes', 'filled', 'blank']
    case 'text':
      return ['filled', 'blank', 'includes', 'any', 'none']
    default:
      return ['filled', 'blank']
  }
}

const valuesFor = (test: ClauseTest, of: Ref, question: Question | undefined, scene: Scene) => {
  if (test === 'filled' || test === 'blank') return []
  if (test === 'level') return [scene.bandsOf(of.path)[0]?.level ?? '']
  const [option] = question?.options ?? []
  if (option) return [option.value]
  return question?.kind === 'text' || question?.kind === 'list' ? [''] : [0]
}

export const clauseFor = (of: Ref, question: Question | undefined, scene: Scene): Clause => {
  const [test = 'filled'] = testsOf(of, question, scene)
  return { of, test, values: valuesFor(test, of, question, scene) }
}

/** “这一题 是 这些选项”: what is asked, how it is compared, and with what. */
export function ClauseRow({ clause, scene, change, questions, outcomes, readOnly }: Props) {
  const { t } = useTranslation('workshop')
  const { of, test, values } = clause
  const question = questionAt(questions, of)
  const tests = testsOf(of, question, scene)
  const name =
    question?.label ??
    outcomes.find(({ key }) => of.root === 'outcomes' && key === of.path)?.title ??
    t('outcomes.gone', { path: of.path })
  return (
    <div className="clause">
      <Pick
        label={t('outcomes.when.who')}
        value={of}
        questions={questions}
        outcomes={outcomes}
        disabled={readOnly}
        pick={(next) => change(clauseFor(next, questionAt(questions, next), scene))}
      />
      <Select
        aria-label={t('outcomes.when.test')}
        popupMatchSelectWidth={false}
        value={test}
        disabled={readOnly}
        options={[...new Set([...tests, test])].map((one) => ({
          value: one,
          label: t(`outcomes.when.tests.${one}`),
        }))}
        onChange={(next: ClauseTest) =>
          change({
            of,
            test: next,
            values: keeps(test, next) ? values : valuesFor(next, of, question, scene),
          })
        }
      />
      <Value clause={clause} question={question} scene={scene} readOnly={readOnly} change={change} />
      <Button
        type="text"
        disabled={readOnly}
        aria-label={t('outcomes.when.remove', { name })}
        onClick={() => change(undefined)}
      >
        ✕
      </Button>
    </div>
  )
}

/** Whether what was compared with can stay. */
const keeps = (was: ClauseTest, is: ClauseTest): boolean =>
  [['any', 'none'], [...orders]].some(
    (kin) => kin.some((one) => one === was) && kin.some((one) => one === is),
  )

type ValueProps = Omit<Props, 'change' | 'questions' | 'outcomes'> & {
  readonly question: Question | undefined
  readonly change: (next: Clause) => void
}

function Value({ clause, question, scene, readOnly, change }: ValueProps) {
  const { t } = useTranslation('workshop')
  const { of, test, values } = clause
  const [value = ''] = values
  if (test === 'filled' || test === 'blank') return null
  if (test === 'level')
    return (
      <Select
        aria-label={t('outcomes.when.value')}
        popupMatchSelectWidth={false}
        value={String(value)}
        disabled={readOnly}
        options={scene.bandsOf(of.path).map(({ level, label }) => ({ value: level, label }))}
        onChange={(level: string) => change({ ...clause, values: [level] })}
      />
    )
  if (question && question.options.length > 0)
    return test === 'includes' ? (
      <Select
        aria-label={t('outcomes.when.value')}
        popupMatchSelectWidth={false}
        value={value}
        disabled={readOnly}
        options={question.options.map((one) => ({ value: one.value, label: one.label }))}
        onChange={(next: string | number | boolean) => change({ ...clause, values: [next] })}
      />
    ) : (
      <Choices
        label={t('outcomes.when.values')}
        question={question}
        values={values}
        disabled={readOnly}
        change={(next) => change({ ...clause, values: next })}
      />
    )
  if (typeof value === 'number')
    return (
      <NumberCell
        label={t('outcomes.when.value')}
        value={value}
        disabled={readOnly}
        change={(next) => change({ ...clause, values: [next ?? 0] })}
      />
    )
  return (
    <Input
      aria-label={t('outcomes.when.value')}
      value={String(value)}
      disabled={readOnly}
      onChange={({ target }) => change({ ...clause, values: [target.value] })}
    />
  )
}
