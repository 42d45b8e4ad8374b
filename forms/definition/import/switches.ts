import { textual } from '../../logic/index.ts'
import { isRecord } from '../record.ts'
import { literalOf } from './literal.ts'
import { asRule, isScript, type Scripted, script } from './scripts.ts'

type Raw = Record<string, unknown>

/** The `logic` rules of a component: triggers and actions that can be rules are kept, the others are left out. */
export const importSwitches = (raw: Raw, to: Raw, at: Scripted): void => {
  delete to['logic']
  const given = Array.isArray(raw['logic']) ? (raw['logic'] as unknown[]) : []
  const rules = given
    .slice(0, 50)
    .flatMap((rule, i) => (isRecord(rule) ? importSwitch(rule, `/logic/${i}`, at) : []))
  if (given.length > 50)
    at.notes.refuse(
      at.origin,
      '/logic',
      'logic',
      `「${at.origin.label}」的逻辑规则超过 50 条，后面的没有导入。`,
    )
  if (rules.length > 0) to['logic'] = rules
}

const importSwitch = (rule: Raw, pointer: string, at: Scripted): readonly Raw[] => {
  const trigger = triggerOf(rule['trigger'], `${pointer}/trigger`, at)
  if (!trigger) return []
  const actions = Array.isArray(rule['actions']) ? (rule['actions'] as unknown[]) : []
  const simple: Raw[] = []
  const partial: Raw[] = []
  actions.forEach((action, j) => {
    for (const one of isRecord(action) ? actionsOf(action, `${pointer}/actions/${j}`, at) : [])
      if (one.when === undefined) simple.push(one.action)
      else if (trigger['type'] === 'json')
        partial.push({
          name: rule['name'],
          trigger: { type: 'json', json: { and: [trigger['json'], asRule(one.when)] } },
          actions: [one.action],
        })
      else refuse(at, `${pointer}/actions/${j}`, '赋值只在一部分情况下发生，要改成规则触发')
  })
  return [...(simple.length > 0 ? [{ name: rule['name'], trigger, actions: simple }] : []), ...partial]
}

const refuse = ({ notes, origin }: Scripted, pointer: string, why: string): undefined =>
  notes.refuse(origin, pointer, 'script', `「${origin.label}」的一条逻辑规则没有导入：${why}；请重做。`)

const triggerOf = (raw: unknown, pointer: string, at: Scripted): Raw | undefined => {
  if (!isRecord(raw)) return undefined
  const { type } = raw
  if (type === 'simple') {
    const { simple } = raw
    const filled = isRecord(simple) && (simple['when'] || simple['conditions'] || simple['json'])
    return filled ? { type, simple } : undefined
  }
  if (type === 'json')
    return isRecord(raw['json']) ? { type, json: raw['json'] } : refuse(at, pointer, '触发条件是空的')
  if (type === 'javascript') {
    if (!isScript(raw['javascript'])) return undefined
    const found = script(
      at,
      raw['javascript'],
      'result',
      `${pointer}/javascript`,
      '这条逻辑规则现在不起作用，请用条件重做',
    )
    return found && { type: 'json', json: asRule(found.logic) }
  }
  return refuse(at, pointer, type === 'event' ? '它由按钮事件触发' : '没有写明怎样触发')
}

type Made = { readonly action: Raw; readonly when?: unknown }

const flags = ['hidden', 'disabled', 'validate.required']
const texts = ['label', 'title', 'description', 'tooltip', 'placeholder']

const actionsOf = (action: Raw, pointer: string, at: Scripted): readonly Made[] => {
  const { type } = action
  if (type === 'property') {
    const property = isRecord(action['property']) ? action['property']['value'] : undefined
    const flag = flags.some((known) => known === property)
    if (flag)
      return [{ action: { ...action, state: action['state'] === true || action['state'] === 'true' } }]
    if (texts.some((known) => known === property)) return [{ action }]
    refuse(at, pointer, `不能改属性「${textual(property).slice(0, 40)}」`)
    return []
  }
  if (type === 'value' || type === 'customAction') {
    const member = type === 'value' ? 'value' : 'customAction'
    const value = action[member]
    const { customAction: _, ...rest } = action
    if (!isScript(value)) return type === 'value' && isRecord(value) ? [{ action }] : []
    const found = script(at, value, 'value', `${pointer}/${member}`, '这个动作现在不起作用，请用规则重做')
    if (!found || found.when === false) return []
    const logic = typeof found.logic === 'string' ? { cat: [found.logic] } : found.logic
    return [
      {
        action: { ...rest, type: 'value', value: logic },
        ...(found.when !== undefined && { when: found.when }),
      },
    ]
  }
  if (type === 'mergeComponentSchema') return merged(action, pointer, at)
  refuse(at, pointer, `不认识动作「${textual(type).slice(0, 40)}」`)
  return []
}

/** `schema = { hidden: true, validate: { required: true } }` is a list of properties that are changed. */
const merged = (action: Raw, pointer: string, at: Scripted): readonly Made[] => {
  const text = action['schemaDefinition']
  const schema = isScript(text) ? literalOf(text, 'schema') : undefined
  const found = isRecord(schema)
    ? Object.entries(schema).map(([name, value]) => changeOf(name, value))
    : [undefined]
  const changes = found.flatMap((change) => change ?? [])
  if (found.some((change) => change === undefined)) {
    refuse(at, pointer, '它改写了问题的设置，只能改是否隐藏、停用、必填和文字')
    return []
  }
  at.notes.change(
    at.origin,
    pointer,
    'script',
    `「${at.origin.label}」的一个改设置的动作已改写，意思不变。`,
    true,
    text,
    changes,
  )
  return changes.map((change) => ({ action: change }))
}

const changeOf = (name: string, value: unknown): readonly Raw[] | undefined => {
  if ((name === 'hidden' || name === 'disabled') && typeof value === 'boolean')
    return [{ name, type: 'property', property: { label: name, value: name, type: 'boolean' }, state: value }]
  if (texts.includes(name) && typeof value === 'string')
    return [{ name, type: 'property', property: { label: name, value: name, type: 'string' }, text: value }]
  if (
    name === 'validate' &&
    isRecord(value) &&
    Object.keys(value).length === 1 &&
    typeof value['required'] === 'boolean'
  )
    return [
      {
        name: 'required',
        type: 'property',
        property: { label: 'required', value: 'validate.required', type: 'boolean' },
        state: value['required'],
      },
    ]
  return undefined
}
