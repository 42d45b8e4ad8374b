import { isRecord } from '../record.ts'
import type { Notes } from './report.ts'
import { translate } from './translate.ts'

type Where = {
  readonly path: string
  readonly pointer: string
  readonly label: string
  readonly notes: Notes
}

/** Turns every script of a component into JSON Logic where it is simple, else leaves it out and says so. */
export const importScripts = (
  raw: Record<string, unknown>,
  to: Record<string, unknown>,
  where: Where,
): void => {
  const { notes, path, label } = where
  const script = (
    text: unknown,
    target: 'show' | 'value' | 'valid' | 'result',
    pointer: string,
    place: (logic: unknown) => void,
  ): void => {
    if (typeof text !== 'string' || text.trim() === '') return
    const found = translate(text, target)
    const at = where.pointer + pointer
    if (found.ok) {
      place(found.logic)
      notes.translated.push({
        path,
        pointer: at,
        what: 'script',
        from: text.slice(0, 2_000),
        to: found.logic,
      })
    } else
      notes.refused.push({
        path,
        in: 'source',
        pointer: at,
        code: 'script',
        label,
        message: `这段 JavaScript 不能自动改写${found.at === '' ? '' : `（停在「${found.at}」）`}，没有导入；请用条件或规则重做。`,
      })
  }
  if (typeof raw['calculateValue'] === 'string') {
    delete to['calculateValue']
    script(raw['calculateValue'], 'value', '/calculateValue', (logic) => {
      to['calculateValue'] = isRecord(logic) ? logic : { if: [true, logic] }
    })
  }
  script(raw['customConditional'], 'show', '/customConditional', (logic) => {
    to['conditional'] = { json: isRecord(logic) ? logic : { '!!': [logic] } }
  })
  script(raw['customDefaultValue'], 'value', '/customDefaultValue', (logic) => {
    if (isRecord(logic))
      notes.refused.push({
        path,
        in: 'source',
        pointer: `${where.pointer}/customDefaultValue`,
        code: 'script',
        label,
        message: '默认值由代码计算，没有导入；请改为固定默认值或计算值。',
      })
    else to['defaultValue'] = logic
  })
  const validate = isRecord(raw['validate']) ? raw['validate'] : {}
  script(validate['custom'], 'valid', '/validate/custom', (logic) => {
    to['validate'] = {
      ...(isRecord(to['validate']) ? to['validate'] : {}),
      json: isRecord(logic) ? logic : { '!!': [logic] },
    }
  })
  if (!Array.isArray(raw['logic'])) return
  to['logic'] = raw['logic'].map((rule: unknown, i) =>
    isRecord(rule) ? importSwitch(rule, `/logic/${i}`, script) : rule,
  )
  if ((to['logic'] as unknown[]).length === 0) delete to['logic']
}

type Script = (
  text: unknown,
  target: 'value' | 'result',
  pointer: string,
  place: (logic: unknown) => void,
) => void

const importSwitch = (
  rule: Record<string, unknown>,
  pointer: string,
  script: Script,
): Record<string, unknown> => {
  const trigger: Record<string, unknown> = isRecord(rule['trigger']) ? { ...rule['trigger'] } : {}
  if (trigger['type'] === 'javascript')
    script(trigger['javascript'], 'result', `${pointer}/trigger/javascript`, (logic) => {
      trigger['type'] = 'json'
      trigger['json'] = isRecord(logic) ? logic : { '!!': [logic] }
    })
  delete trigger['javascript']
  const actions = Array.isArray(rule['actions']) ? rule['actions'] : []
  return {
    name: rule['name'],
    trigger,
    actions: actions.map((action: unknown, i) => {
      if (!isRecord(action) || action['type'] !== 'value' || typeof action['value'] !== 'string')
        return action
      const copy: Record<string, unknown> = { ...action }
      script(action['value'], 'value', `${pointer}/actions/${i}/value`, (logic) => {
        copy['value'] = logic
        if (typeof logic === 'string') copy['value'] = { cat: [logic] }
      })
      return copy
    }),
  }
}
