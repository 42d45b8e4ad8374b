import { remarks } from '../analysis/remarks.ts'
import type { Component } from '../component.ts'
import type { LintFinding } from '../finding.ts'
import { judge } from '../judge.ts'
import { publishing } from '../publishing.ts'
import { isRecord } from '../record.ts'
import { nests, walk } from '../walk.ts'
import { sentence } from '../words.ts'
import type { Notes, Origin } from './report.ts'

/** What happens to people where a part is left out; a component without any of these is left out whole. */
const effects: Readonly<Record<string, string>> = {
  conditional: '这个显示条件没有导入，现在总是显示，请重做条件。',
  calculateValue: '这个计算没有导入，现在要手工填写，请重做。',
  logic: '这条逻辑规则没有导入，现在不起作用，请重做。',
  validate: '这项检查没有导入，现在不检查，请重做。',
  defaultValue: '这个默认值没有导入。',
  datePicker: '这个日期界限没有导入，现在不限。',
  minDate: '这个日期界限没有导入，现在不限。',
  maxDate: '这个日期界限没有导入，现在不限。',
  inputMask: '这个输入格式没有导入，现在不检查。',
  unique: '“不能重复”没有导入：表单之外的重复由系统检查。',
  properties: '这些附加设置没有导入。',
  errors: '这些提示语没有导入。',
}
/** Members that only say something: leaving them out changes no answer. */
const spoken = new Set(
  'label placeholder description tooltip prefix suffix content html tag title legend className format addAnother removeRow header attrs'.split(
    ' ',
  ),
)

const rounds = 8

type Raw = Record<string, unknown>

/**
 * Leaves out of the imported form whatever our profile still refuses, part by part, and says what that means.
 * What remains after that is in the report as standing in the form.
 */
export const mended = (
  definition: { readonly display: 'form' | 'wizard'; readonly components: readonly Component[] },
  origins: ReadonlyMap<object, Origin>,
  notes: Notes,
): readonly Component[] => {
  let { components } = definition
  for (let i = 0; i < rounds; i++) {
    const errors = errorsIn({ ...definition, components })
    if (errors.length === 0) return components
    const places = new Map<string, Component>()
    walk({ components }, (place) => {
      places.set(place.pointer, place.component)
      return undefined
    })
    const gone = new Set<object>()
    for (const finding of errors) leaveOut(finding, places, gone, origins, notes)
    for (const component of places.values()) closeGaps(component as unknown as Raw)
    if (gone.size > 0) components = without(components, gone)
  }
  for (const { code, path, pointer, label, message } of errorsIn({ ...definition, components }))
    notes.refused.push({ path, in: 'form', pointer, code, ...(label !== undefined && { label }), message })
  return components
}

/** What the profile refuses to use or to publish, and once it refuses nothing, what the analysis of the rules does. */
const errorsIn = (definition: Parameters<typeof mended>[0]): readonly LintFinding[] => {
  const judged = judge(definition, {}, publishing).flatMap(({ words, values, ...found }) =>
    found.level === 'error' ? [{ ...found, message: sentence(words, values) }] : [],
  )
  return judged.length > 0 ? judged : remarks(definition, {}).filter(({ level }) => level === 'error')
}

const leaveOut = (
  finding: LintFinding,
  places: ReadonlyMap<string, Component>,
  gone: Set<object>,
  origins: ReadonlyMap<object, Origin>,
  notes: Notes,
): undefined => {
  const { pointer, code } = finding
  let base = pointer
  while (base !== '' && !places.has(base)) base = base.slice(0, base.lastIndexOf('/'))
  const component = places.get(base)
  const origin = component && origins.get(component)
  if (!component || gone.has(component)) return undefined
  const [member = '', second] = pointer.slice(base.length + 1).split('/')
  const raw = component as unknown as Raw
  const whole = finding.message
  const said = whole.length > 200 ? `${whole.slice(0, 200)}……` : whole
  const say = (effect: string, at: string): undefined =>
    origin && notes.refuse(origin, at, code, `「${origin.label}」：${said}${effect}`)
  const turning =
    code === 'cycle' && ['calculateValue', 'conditional', 'logic'].find((name) => raw[name] !== undefined)
  if (turning) {
    delete raw[turning]
    return say(effects[turning] ?? '', `/${turning}`)
  }
  if (spoken.has(member)) {
    delete raw[member]
    return say('这段文字没有导入。', `/${member}`)
  }
  if (!Object.hasOwn(effects, member)) {
    gone.add(component)
    return say('没有导入，请重做这个问题。', '')
  }
  const value = raw[member]
  const effect = effects[member] ?? ''
  if (member === 'validate' && isRecord(value) && second !== undefined && Object.hasOwn(value, second)) {
    delete value[second]
    return say(effect, `/validate/${second}`)
  }
  if (member === 'logic' && Array.isArray(value) && second !== undefined) {
    const rule = Number(second)
    if (value[rule] === undefined) return undefined
    raw[member] = value.map((one: unknown, i) => (i === rule ? undefined : one))
    // Numbers must hold until the round is over; then the gaps are closed.
    return say(effect, `/logic/${second}`)
  }
  if (value === undefined && member !== 'unique') return undefined
  delete raw[member]
  if (member === 'unique' && isRecord(raw['validate'])) delete raw['validate']['unique']
  return say(effect, `/${member}`)
}

const closeGaps = (raw: Raw): void => {
  const rules = raw['logic']
  if (!Array.isArray(rules) || !rules.includes(undefined)) return
  const left = rules.filter((rule: unknown) => rule !== undefined)
  if (left.length > 0) raw['logic'] = left
  else delete raw['logic']
}

/** The tree without some components. */
const without = (components: readonly Component[], gone: ReadonlySet<object>): readonly Component[] => {
  const keep = (list: readonly unknown[]): unknown[] =>
    list
      .filter((one) => isRecord(one) && !gone.has(one))
      .map((one) => {
        for (const nest of nests(one as Component, ''))
          (nest.components as unknown[]).splice(0, Infinity, ...keep(nest.components))
        return one
      })
  return keep(components) as Component[]
}
