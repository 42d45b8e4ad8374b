import type { Component } from '../definition/index.ts'
import { choice } from './question.ts'

/** Care risk events of the last 30 days, each counted by itself. */
export const riskEvents = [
  { key: 'falls', label: '跌倒' },
  { key: 'lost', label: '走失' },
  { key: 'choking', label: '噎食' },
  { key: 'selfHarm', label: '自杀或自伤' },
  { key: 'otherEvents', label: '其他照护风险事件' },
] as const

const sensitive = { sensitivity: 'sensitive' } as const
const answer = (key: string) => ({ var: `data.${key}` })

/** What changes the first level: coma, a diagnosis, and what happened in the last 30 days. */
export const circumstances = (): readonly Component[] => [
  choice(
    { key: 'coma', label: '是否处于昏迷状态', properties: { element: 'ability.coma', ...sensitive } },
    [
      { value: 'no', label: '否' },
      { value: 'yes', label: '是' },
    ],
    { inline: true },
  ),
  choice(
    {
      key: 'diagnosis',
      label: '医疗机构有没有确诊痴呆或其他精神障碍',
      properties: { element: 'ability.diagnosis', ...sensitive },
    },
    [
      { value: 'none', label: '没有' },
      { value: 'dementia', label: '痴呆（F00 至 F03）' },
      { value: 'mental', label: '其他精神和行为障碍（F04 至 F99）' },
    ],
    { description: '以诊断证明或病历为准，括号内为疾病编码。' },
  ),
  choice(
    {
      key: 'anyEvent',
      label: '近 30 天内有没有发生照护风险事件',
      properties: { element: 'ability.any-event', ...sensitive },
    },
    [
      { value: 'no', label: '没有' },
      { value: 'yes', label: '有' },
    ],
    {
      inline: true,
      description: '跌倒、走失、噎食、自杀或自伤等，填有的请在下面写明次数。',
      validate: {
        required: true,
        json: {
          if: [
            { and: [{ '===': [{ var: 'input' }, 'yes'] }, { '===': [answer('riskEvents'), 0] }] },
            '填了有照护风险事件，请至少写明一类的次数。',
            true,
          ],
        },
      },
    },
  ),
  ...riskEvents.map(
    ({ key, label }): Component => ({
      type: 'number',
      key,
      label: `${label}次数`,
      input: true,
      defaultValue: 0,
      conditional: { json: { '===': [answer('anyEvent'), 'yes'] } },
      validate: { required: true, min: 0, max: 99, integer: true },
      decimalLimit: 0,
      properties: { element: 'ability.events', ...sensitive },
    }),
  ),
  {
    type: 'number',
    key: 'riskEvents',
    label: '近 30 天照护风险事件合计',
    input: true,
    disabled: true,
    calculateValue: {
      if: [
        { '===': [answer('anyEvent'), 'no'] },
        0,
        { '===': [answer('anyEvent'), 'yes'] },
        { '+': riskEvents.map(({ key }) => answer(key)) },
        null,
      ],
    },
    properties: { element: 'ability.events', ...sensitive },
  },
]

const isMissing = (key: string) => ({ '===': [answer(key), null] })

/**
 * JSON Logic: the final level from the first one. Coma is 4 at once; a diagnosis or two risk events make it one worse,
 * never beyond 4. Nothing while the first level or a circumstance is missing.
 */
export const worse = (first: object, unknown: object): object => ({
  if: [
    { or: [unknown, isMissing('coma'), isMissing('diagnosis'), isMissing('riskEvents')] },
    null,
    { '===': [answer('coma'), 'yes'] },
    4,
    { or: [{ '!==': [answer('diagnosis'), 'none'] }, { '>=': [answer('riskEvents'), 2] }] },
    { min: [4, { '+': [first, 1] }] },
    first,
  ],
})
