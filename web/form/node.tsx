import { memo, use } from 'react'
import { type Component, kindOf, nests } from '#forms/definition'
import type { Override } from '#forms/engine'
import { ChoicesContext } from './choices.ts'
import { Content } from './content.tsx'
import { useHidden, useOverride } from './context.ts'
import { Checkbox } from './controls/checkbox.tsx'
import { Boxes, Radios, Select, wantsBoxes } from './controls/choice.tsx'
import { Computed, Later } from './controls/computed.tsx'
import { DateTime, Day, Time } from './controls/date.tsx'
import { NumberInput } from './controls/number.tsx'
import { Survey } from './controls/survey.tsx'
import { Tags, Text, TextArea } from './controls/text.tsx'
import { type ControlProps, Frame } from './frame.tsx'
import { isComputed, isMultiple, optionsOf, words } from './options.ts'
import { join } from './path.ts'
import { Reveal } from './reveal.tsx'
import { Rows } from './rows.tsx'

type NodeProps = {
  readonly component: Component
  /** Path of the container or row it stands in; '' at the top. */
  readonly prefix: string
}

type NodesProps = { readonly components: readonly Component[]; readonly prefix: string }

/** Drawn anew only for other components, however often what stands around it is. */
export const Nodes = memo(function Nodes({ components, prefix }: NodesProps) {
  return components.map((component, index) => (
    <Node key={component.key ?? `${component.type}-${index}`} component={component} prefix={prefix} />
  ))
})

/** One component of the definition, opened and closed as the engine says; drawn anew only for what it reads itself. */
const Node = memo(function Node({ component, prefix }: NodeProps) {
  const path = join(prefix, component.key ?? '')
  const hidden = useHidden(path)
  const override = useOverride(path)
  if (
    component.type === 'hidden' ||
    component.type === 'button' ||
    (component['hidden'] === true && kindOf(component.type) === 'computed')
  )
    return null
  return (
    <Reveal open={!hidden}>
      <Shape component={overridden(component, override)} path={path} prefix={prefix} />
    </Reveal>
  )
})

/** The component as a `logic` rule has changed it for now. */
function overridden(component: Component, override: Override | undefined): Component {
  if (!override) return component
  const { required, ...others } = override
  return {
    ...component,
    ...others,
    ...(required === undefined ? {} : { validate: { ...component.validate, required } }),
  }
}

function Shape({ component, path, prefix }: NodeProps & { readonly path: string }) {
  const kind = kindOf(component.type)
  if (kind === 'layout') return <Layout component={component} prefix={prefix} />
  if (kind === 'static') return <Content html={htmlOf(component)} />
  if (kind === 'container')
    return (
      <Section title={words(component.label)}>
        <Nodes components={component.components ?? []} prefix={path} />
      </Section>
    )
  if (kind === 'grid') return <Rows component={component} path={path} />
  return <Question component={component} path={path} />
}

/** Columns, tables and tabs are one column on every width: one question after the other. */
function Layout({ component, prefix }: NodeProps) {
  const inner = nests(component, '').map(({ components, pointer }, index) => (
    <div key={pointer} className="cell">
      {component.type === 'tabs' && <h4>{tabTitle(component, index)}</h4>}
      <Nodes components={components as readonly Component[]} prefix={prefix} />
    </div>
  ))
  const title =
    component.type === 'panel'
      ? words(component['title']) || words(component.label)
      : component.type === 'fieldset'
        ? words(component['legend']) || words(component.label)
        : ''
  return <Section title={component['hideLabel'] === true ? '' : title}>{inner}</Section>
}

const tabTitle = (component: Component, index: number): string => words(component.components?.[index]?.label)

function Section({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  if (!title) return <div className="group">{children}</div>
  return (
    <section className="group titled">
      <h3>{title}</h3>
      {children}
    </section>
  )
}

function htmlOf(component: Component): string {
  const text = words(component['html']) || words(component['content'])
  const tag = words(component['tag'])
  return component.type === 'htmlelement' && /^(?:p|h[2-5]|blockquote|small)$/.test(tag)
    ? `<${tag}>${text}</${tag}>`
    : text
}

function Question({ component, path }: { readonly component: Component; readonly path: string }) {
  const choices = use(ChoicesContext)
  if (isComputed(component) || component['disabled'] === true)
    return <Computed component={component} path={path} />
  const kind = kindOf(component.type)
  if (kind === 'checkbox') return <Checkbox component={component} path={path} />
  const Control = controlOf(component, optionsOf(component, choices).length)
  if (!Control) return <Later component={component} />
  const group = Control === Radios || Control === Boxes || Control === Survey || Control === Day
  return (
    <Frame component={component} path={path} group={group}>
      {(props) => <Control {...props} />}
    </Frame>
  )
}

/** A select with few answers is shown as buttons: one tap instead of three. */
const FEW = 6

function controlOf(
  component: Component,
  options: number,
): ((props: ControlProps) => React.ReactNode) | undefined {
  switch (kindOf(component.type)) {
    case 'text':
      if (isMultiple(component)) return undefined
      return component.type === 'textarea' ? TextArea : Text
    case 'number':
      return NumberInput
    case 'choice':
      if (wantsBoxes(component)) return Boxes
      return component.type === 'radio' || options <= FEW ? Radios : Select
    case 'selectboxes':
      return Boxes
    case 'survey':
      return Survey
    case 'datetime':
      return DateTime
    case 'day':
      return Day
    case 'time':
      return Time
    case 'tags':
      return Tags
    default:
      return undefined
  }
}
