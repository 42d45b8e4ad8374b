import type { FormDocument } from '../definition/index.ts'
import { abilityRule } from '../standards/index.ts'
import { abilityParts } from './ability.ts'
import { abilitySamples } from './ability-samples.ts'
import { assessing, assessors } from './assessing.ts'
import { note, part } from './question.ts'

/** The form document of the ability assessment of older people, ready to be taken by a city as `form:ability`. */
export const abilityForm = (): FormDocument => {
  const { parts, outcomes } = abilityParts()
  return {
    schema: 1,
    key: 'ability',
    title: `老年人能力评估表（${abilityRule}）`,
    subject: 'person',
    team: assessors,
    definition: {
      display: 'wizard',
      components: [
        assessing([
          { value: 'first', label: '首次评估' },
          { value: 'regular', label: '常规评估' },
          { value: 'change', label: '情况变化后的即时评估' },
          { value: 'dispute', label: '对结果有异议的复评' },
          { value: 'other', label: '其他' },
        ]),
        ...parts,
        part('conclusion', '评估结论', [note()]),
      ],
    },
    outcomes,
    recommends: [],
    samples: abilitySamples(),
    todo: [
      { pointer: '/recommends', message: '各等级建议哪些服务事项，由本市按服务事项清单设定。' },
      {
        pointer: '/definition/components',
        message: '各项得分的说明为本系统自拟，评估前请对照国家标准原文培训评估人员。',
      },
    ],
  }
}
