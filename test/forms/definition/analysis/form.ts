const options = [
  { value: 'yes', label: '是' },
  { value: 'no', label: '否' },
]
export const alone = { type: 'radio', key: 'alone', label: '是否独居', values: options }
const age = { type: 'number', key: 'age', label: '年龄' }
const agree = { type: 'checkbox', key: 'agree', label: '本人同意' }
const traits = {
  type: 'selectboxes',
  key: 'traits',
  label: '特征',
  values: [
    { value: 'ill', label: '重病' },
    { value: 'old', label: '高龄' },
  ],
}
export const born = { type: 'datetime', key: 'born', label: '出生日期' }
const members = {
  type: 'datagrid',
  key: 'members',
  label: '家庭成员',
  components: [
    { ...age, key: 'age' },
    { type: 'number', key: 'income', label: '收入' },
    { ...alone, key: 'works', label: '有工作' },
  ],
}
const score = {
  type: 'survey',
  key: 'score',
  label: '自理',
  questions: [{ value: 'eat', label: '吃饭' }],
  values: [{ value: 'no', label: '不能' }],
}
const asked = [alone, age, agree, traits, born, members, score]
/** A variable of the form. */
export const data = (name: string) => ({ var: `data.${name}` })
export const form = (...more: readonly object[]) => ({ display: 'form', components: [...asked, ...more] })
export const note = (more: object) => ({ type: 'textfield', key: 'note', label: '说明', ...more })
