import { isBlank, numeric } from '../logic/index.ts'
import { type Component, sensitivities } from './component.ts'
import type { WordValues } from './finding.ts'
import type { Also } from './judge.ts'
import type { TextJudge } from './judge-script.ts'
import { settingJudge, settingOf } from './judge-settings.ts'
import { isProgram, judgeAttributes, judgeMarkup, judgeTag } from './markup.ts'
import type { Entry } from './outline.ts'

const sourceKeys: ReadonlySet<string> = new Set(['url', 'resource', 'indexeddb', 'headers', 'authenticate'])
const known: readonly unknown[] = sensitivities
const actions: readonly unknown[] = ['submit', 'reset', 'next', 'previous']

/** What is said and shown may not load, run or mislead; the engine itself does nothing with it. */
const judgeText: TextJudge = (text, key, pointer, component, say) => {
  if (sourceKeys.has(key) && component.type !== 'url' && !pointer.startsWith('/properties'))
    return say('remote.address', pointer)
  if (key === 'pattern' || key === 'inputMask' || key === 'key') return
  const verdict = /\bmoment\s*\(/.test(text) ? 'moment' : isProgram(text) ? 'template' : judgeMarkup(text)
  if (verdict) say(verdict, pointer)
}

const high = (component: Component, low: string): unknown =>
  settingOf(component, 'validate', low.replace('min', 'max'))

const judgeSettings = settingJudge([
  [
    'validate',
    'min minLength minWords minSelectedCount',
    (low, _, component, name) =>
      !isBlank(high(component, name)) && numeric(low) > numeric(high(component, name)) && 'limit.range',
  ],
  ['properties', 'sensitivity', (value) => !known.includes(value) && 'sensitivity'],
  ['', 'action', (value, _, { type }) => type === 'button' && !actions.includes(value) && 'button'],
  ['', 'allowCalculateOverride', (value) => value === true && 'override'],
])

/** By labels and paths; of a long circle only the beginning and the end. */
const circleNames = (cycle: readonly Entry[]): WordValues => {
  const named = cycle.map(({ label, path }) => `${label}（${path}）`)
  if (named.length > 12) named.splice(6, named.length - 11, '…')
  return { names: named.join(' → ') }
}

/** What nobody may publish although the engine could work with it: it concerns those who read and fill a form. */
export const publishing: Also = {
  text: judgeText,
  circle: circleNames,
  component: (component, kind, say) => {
    judgeSettings(component, kind, say)
    if (component.type !== 'htmlelement') return
    const tag = judgeTag(component['tag'])
    const attributes = judgeAttributes(component['attrs'])
    if (tag) say(tag, '/tag')
    if (attributes) say(attributes, '/attrs')
  },
}
