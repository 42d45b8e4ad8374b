import type { Entry } from '../outline.ts'
import { isRecord } from '../record.ts'
import { ownChecks } from './composite.ts'
import { literalOf } from './literal.ts'
import type { Notes, Origin } from './report.ts'
import type { Scene } from './script/scene.ts'
import { importSwitches } from './switches.ts'
import { type ScriptTarget, type Translation, translate } from './translate.ts'

type Raw = Record<string, unknown>

/** What the scripts of one component need: its names, its place, where to say what became of them. */
export type Scripted = {
  readonly entry: Entry
  readonly scene: Scene
  readonly origin: Origin
  readonly notes: Notes
}
export type Done = Translation & { readonly ok: true }

export const isScript = (value: unknown): value is string => typeof value === 'string' && value.trim() !== ''

/** Makes an object of a rule that is a plain value, as conditions and checks must be. */
export const asRule = (logic: unknown): Raw => (isRecord(logic) ? logic : { '!!': [logic] })

/** Turns every script of a component into JSON Logic where it is simple, else leaves it out and says so. */
export const importScripts = (at: Scripted): void => {
  const to = at.entry.component as unknown as Raw
  const { raw } = at.origin
  importSwitches(raw, to, at)
  importCalculation(raw, to, at)
  const condition = raw['customConditional']
  if (isScript(condition) && !isManualMode(condition)) {
    const found = script(at, condition, 'show', '/customConditional', '现在总是显示，请用显示条件重做')
    if (found && found.logic !== true) addCondition(to, asRule(found.logic))
  }
  importDefaultScript(raw, to, at)
  const validate = isRecord(raw['validate']) ? raw['validate'] : {}
  if (isScript(validate['custom'])) importCheck(validate['custom'], to, at)
  for (const name of ['conditionalAddButton', 'disableFunction'])
    if (isScript(raw[name]))
      at.notes.refuse(
        at.origin,
        `/${name}`,
        'script',
        `「${at.origin.label}」里决定能否添加或选择的代码（${name}）没有导入，现在不限制。`,
      )
}

/** Form.io's address shows its parts where people choose to type them; here they always stand. */
const isManualMode = (script: string): boolean =>
  /^\s*show\s*=\s*_\.get\(\s*instance\s*,\s*['"]parent\.manualMode['"]\s*,\s*false\s*\)\s*;?\s*$/.test(script)

/** Reads one script and says what became of it. */
export const script = (
  at: Scripted,
  text: string,
  target: ScriptTarget,
  pointer: string,
  effect: string,
): Done | undefined => {
  const { entry, scene, notes, origin } = at
  const into = target === 'value' ? entry.kind : undefined
  const found = translate(text, target, scene, into)
  if (found.ok) {
    const exact = found.notes.every((note) => note === 'console')
    const more = found.notes.map((note) => losses[note] ?? '').join('')
    notes.change(
      origin,
      pointer,
      'script',
      `「${origin.label}」的代码已改写成规则，意思不变${more}。`
        .replace('意思不变，', '，')
        .replace('规则，，', '规则，'),
      exact,
      text,
      found.logic,
    )
    return found
  }
  const why = found.why ?? (found.at === '' ? '' : `不认识「${found.at}」`)
  notes.refuse(
    origin,
    pointer,
    'script',
    `「${origin.label}」的代码不能自动改写${why === '' ? '' : `（${why}）`}，没有导入；${effect}。`,
  )
  return undefined
}

const losses: Readonly<Record<string, string>> = {
  round: '，只有负数的 0.5 和很长的小数可能差一个末位',
  age: '，年龄按满周岁计算',
  digits: '，只是被引用的文字必须整个是数字（原来“12岁”也当作 12）',
}

/** A component may already have a condition; both must hold. Beside a simple one the script hides by an action. */
const addCondition = (to: Raw, rule: Raw): void => {
  const before = to['conditional']
  const json = isRecord(before) ? before['json'] : undefined
  if (isRecord(json) && Object.keys(json).length > 0) to['conditional'] = { json: { and: [json, rule] } }
  else if (isRecord(before) && isSimple(before))
    to['logic'] = [
      ...(Array.isArray(to['logic']) ? (to['logic'] as unknown[]) : []),
      {
        name: 'customConditional',
        trigger: { type: 'json', json: { '!': [rule] } },
        actions: [
          {
            name: 'hidden',
            type: 'property',
            property: { label: 'hidden', value: 'hidden', type: 'boolean' },
            state: true,
          },
        ],
      },
    ]
  else to['conditional'] = { json: rule }
}

const isSimple = (conditional: Raw): boolean =>
  (typeof conditional['when'] === 'string' && conditional['when'] !== '') ||
  (Array.isArray(conditional['conditions']) && conditional['conditions'].length > 0)

const importCalculation = (raw: Raw, to: Raw, at: Scripted): void => {
  if (!isScript(raw['calculateValue'])) return
  delete to['calculateValue']
  const found = script(
    at,
    raw['calculateValue'],
    'value',
    '/calculateValue',
    '现在要手工填写，请用计算规则重做',
  )
  if (!found || found.when === false) return
  if (found.when === undefined) {
    to['calculateValue'] = isRecord(found.logic) ? found.logic : { if: [true, found.logic] }
    return
  }
  // Elsewhere people enter it themselves: that is what an action with a trigger says.
  const rule = {
    name: 'calculateValue',
    trigger: { type: 'json', json: asRule(found.when) },
    actions: [
      {
        name: 'value',
        type: 'value',
        value: isRecord(found.logic) ? found.logic : { if: [true, found.logic] },
      },
    ],
  }
  to['logic'] = [...(Array.isArray(to['logic']) ? to['logic'] : []), rule]
}

const importDefaultScript = (raw: Raw, to: Raw, at: Scripted): void => {
  const text = raw['customDefaultValue']
  if (!isScript(text)) return
  const value = literalOf(text, 'value')
  if (value !== undefined && value !== null) {
    to['defaultValue'] = value
    at.notes.change(
      at.origin,
      '/customDefaultValue',
      'default',
      `「${at.origin.label}」的默认值由代码写明，已改成固定默认值。`,
      true,
      text,
      value,
    )
    return
  }
  at.notes.refuse(
    at.origin,
    '/customDefaultValue',
    'script',
    `「${at.origin.label}」的默认值由代码算出，没有导入；请改为固定默认值或计算规则。`,
  )
}

const importCheck = (text: string, to: Raw, at: Scripted): void => {
  const own = /^\s*valid\s*=\s*instance\.(\w+)\([\w\s,.]*\)\s*;?\s*$/.exec(text)?.[1]
  if (own !== undefined && ownChecks.has(own)) return
  if (at.entry.component['multiple'] === true) {
    at.notes.refuse(
      at.origin,
      '/validate/custom',
      'script',
      `「${at.origin.label}」可以填几个答案，代码校验不知道看哪一个，没有导入；请用校验规则重做。`,
    )
    return
  }
  const found = script(at, text, 'valid', '/validate/custom', '这项检查现在没有了，请用校验规则重做')
  if (!found || found.logic === true) return
  const validate: Raw = isRecord(to['validate']) ? to['validate'] : {}
  const before = validate['json']
  // A check that is a plain text always refuses, with that text.
  const rule = isRecord(found.logic) ? found.logic : { if: [true, found.logic] }
  to['validate'] = {
    ...validate,
    json:
      isRecord(before) && Object.keys(before).length > 0
        ? { if: [{ '===': [before, true] }, rule, before] }
        : rule,
  }
}
