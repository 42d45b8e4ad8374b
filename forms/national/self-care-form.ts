import type { FormDocument, Sample } from '../definition/index.ts'
import { selfCareBands, selfCareIndicators } from '../standards/index.ts'
import { assessing, assessors } from './assessing.ts'
import { date, note, part } from './question.ts'
import { selfCareParts } from './self-care.ts'

const today = '2026-03-10'

/** Answers in which the last `unmet` of the six cannot be done alone. */
const answers = (unmet: number): Readonly<Record<string, unknown>> => ({
  assessDate: today,
  reason: 'first',
  methods: { observe: true, 'ask-self': true },
  ...Object.fromEntries(
    selfCareIndicators.map(({ key }, i) => [key, i >= selfCareIndicators.length - unmet ? 'no' : 'yes']),
  ),
})

const samples: readonly Sample[] = [
  ...[0, 1, 2, 3, 4, 5, 6].map((unmet): Sample => {
    const band = selfCareBands.find(({ from, to }) => unmet >= from && unmet <= to)
    return {
      title: unmet === 0 ? `全部达到：${band?.label}` : `${unmet} 项未达到：${band?.label}`,
      today,
      answers: answers(unmet),
      expect: {
        errors: [],
        outcomes: {
          unmetCount: { value: unmet },
          selfCareLevel: { value: unmet, ...(band && { level: band.level }) },
        },
      },
    }
  }),
  {
    title: '漏填一项：不能提交，也得不出等级',
    today,
    answers: Object.fromEntries(Object.entries(answers(2)).filter(([key]) => key !== 'toileting')),
    expect: {
      errors: ['toileting'],
      outcomes: { unmetCount: { value: null }, selfCareLevel: { value: null } },
    },
  },
]

/** The form document of the six-indicator assessment, ready to be taken by a city as `form:self-care`. */
export const selfCareForm = (): FormDocument => {
  const { components, outcomes } = selfCareParts()
  return {
    schema: 1,
    key: 'self-care',
    title: '特困人员生活自理能力评估表',
    subject: 'person',
    team: assessors,
    definition: {
      display: 'wizard',
      components: [
        assessing([
          { value: 'first', label: '首次评估' },
          { value: 'regular', label: '定期复核' },
          { value: 'change', label: '情况变化' },
          { value: 'dispute', label: '对结果有异议' },
        ]),
        part('indicators', '六项指标', components),
        part('conclusion', '评估结论', [
          {
            type: 'selectboxes',
            key: 'methods',
            label: '评估方式',
            input: true,
            validate: { required: true },
            values: [
              { label: '现场观察', value: 'observe' },
              { label: '请本人演示', value: 'demonstrate' },
              { label: '询问本人', value: 'ask-self' },
              { label: '询问家属或照料人', value: 'ask-others' },
              { label: '查看病历或证件', value: 'records' },
            ],
            properties: { element: 'assessment.method', sensitivity: 'internal' },
          },
          date(
            {
              key: 'nextReview',
              label: '下次复核日期',
              properties: { element: 'assessment.next', sensitivity: 'internal' },
            },
            { notBefore: 'assessDate', otherwise: '下次复核日期不能早于评估日期。' },
          ),
          note(),
        ]),
      ],
    },
    outcomes,
    recommends: [],
    samples,
    todo: [
      {
        pointer: '/recommends',
        message: '各等级建议哪些服务事项，由本市按服务事项清单设定。',
      },
      {
        pointer: '/outcomes/1/bands',
        message: '默认采用国家规定的等级表；本市另有等级表的，请改等级表，并同时改写依据的名称。',
      },
    ],
  }
}
