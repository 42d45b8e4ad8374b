import './styles.ts'
import { useTranslation } from 'react-i18next'
import { type Component, type Definition, kindOf, nests } from '#forms/definition'
import { addCatalogue } from '../app/i18n.ts'
import { describe, isEmpty } from './describe.ts'
import { type Choices, words } from './options.ts'
import { type Answers, join, valueAt } from './path.ts'
import { stepsOf } from './steps.ts'
import { zh } from './zh.ts'

addCatalogue('form', zh)

type Paper = {
  readonly answers: Answers
  readonly hidden: ReadonlySet<string>
  readonly masked: ReadonlySet<string>
  readonly choices: Choices
}

type ReadingProps = {
  readonly definition: Definition
  readonly answers: Answers
  /** Paths that the form itself hid; they are left out. */
  readonly hidden?: readonly string[]
  /** Paths whose values this reader may not see. */
  readonly masked?: readonly string[]
  readonly choices?: Choices
}

/** A filled form to read and to print: questions with their answers in words, part by part. */
export function Reading({ definition, answers, hidden = [], masked = [], choices = {} }: ReadingProps) {
  const paper: Paper = { answers, hidden: new Set(hidden), masked: new Set(masked), choices }
  return (
    <div className="reading">
      {stepsOf(definition)
        .filter((step) => step.panel === undefined || !paper.hidden.has(step.panel))
        .map((step) => (
          <section key={step.key} className="card">
            {step.title && <h3>{step.title}</h3>}
            <dl className="answers">
              <Answered components={step.components} prefix="" paper={paper} />
            </dl>
          </section>
        ))}
    </div>
  )
}

type AnsweredProps = {
  readonly components: readonly Component[]
  readonly prefix: string
  readonly paper: Paper
}

const Answered = ({ components, prefix, paper }: AnsweredProps) =>
  components.map((component, index) => (
    <One
      key={component.key ?? `${component.type}-${index}`}
      component={component}
      path={join(prefix, component.key ?? '')}
      prefix={prefix}
      paper={paper}
    />
  ))

type OneProps = {
  readonly component: Component
  readonly path: string
  readonly prefix: string
  readonly paper: Paper
}

function One({ component, path, prefix, paper }: OneProps) {
  const { t } = useTranslation('form')
  const kind = kindOf(component.type)
  if (paper.hidden.has(path) || kind === 'static' || component.type === 'hidden') return null
  const inner = nests(component, '').flatMap((nest) => nest.components as readonly Component[])
  if (kind === 'layout') return <Answered components={inner} prefix={prefix} paper={paper} />
  if (kind === 'container') return <Answered components={inner} prefix={path} paper={paper} />
  const value = valueAt(paper.answers, path)
  if (kind === 'grid') {
    const rows = Array.isArray(value) ? value : []
    return (
      <div className="answer grid">
        <dt>{component.label}</dt>
        <dd>
          {rows.length === 0 && <span className="muted">{t('empty')}</span>}
          {rows.map((_, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the rows of a record never move
            <dl className="answers row" key={at}>
              <Answered components={inner} prefix={`${path}[${at}]`} paper={paper} />
            </dl>
          ))}
        </dd>
      </div>
    )
  }
  const text = describe(component, value, paper.choices)
  return (
    <div className="answer">
      <dt>{component.label || words(component['title']) || component.key}</dt>
      <dd>
        {text || <span className="muted">{t('empty')}</span>}
        {paper.masked.has(path) && !isEmpty(value) && <span className="tag">{t('masked')}</span>}
      </dd>
    </div>
  )
}
