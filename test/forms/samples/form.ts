import type { Component, FormDocument, Sample } from '#forms/definition'

export const today = '2026-11-21'
const v = (path: string) => ({ var: path })
export const options = { catalogue: [{ value: 'meal', label: '供餐送餐' }] }

export const form = (samples: readonly unknown[], more: Partial<FormDocument> = {}): FormDocument => ({
  schema: 1,
  key: 'f',
  title: '表',
  definition: {
    display: 'form',
    components: [
      { type: 'number', key: 'n', label: '人数', validate: { required: true } },
      { type: 'number', key: 'double', label: '两倍', calculateValue: { '*': [v('data.n'), 2] } },
      {
        type: 'radio',
        key: 'alone',
        label: '是否独居',
        conditional: { json: { '===': [v('data.n'), 1] } },
        values: [
          { value: 'yes', label: '独居' },
          { value: 'no', label: '不独居' },
        ],
      },
      {
        type: 'datagrid',
        key: 'members',
        label: '家庭成员',
        components: [{ type: 'textfield', key: 'name', label: '姓名', validate: { required: true } }],
      },
    ] as Component[],
  },
  outcomes: [
    {
      key: 'size',
      title: '户型',
      value: v('data.double'),
      rule: 'R',
      bands: [
        { from: 0, to: 3, level: 'small', label: '小户' },
        { from: 4, level: 'large', label: '大户' },
      ],
    },
  ],
  recommends: [{ item: 'meal', when: { '>': [v('data.n'), 1] }, because: '需要' }],
  samples: samples as readonly Sample[],
  ...more,
})
export const sample = (answers: object, expect: object): object => ({ title: '例', answers, today, expect })
