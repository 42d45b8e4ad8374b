import type { Component } from '../component.ts'

/** A type word of a question list: what it becomes. `choices`: it needs options. */
type Made = { readonly words: readonly string[]; readonly choices?: true; readonly component: Component }

const made: readonly Made[] = [
  { words: ['单行文字', '文字', '文本', '填空'], component: { type: 'textfield' } },
  { words: ['多行文字', '长文字', '简答'], component: { type: 'textarea', rows: 3 } },
  { words: ['数字', '小数'], component: { type: 'number' } },
  { words: ['整数', '数量'], component: { type: 'number', validate: { integer: true }, decimalLimit: 0 } },
  { words: ['金额', '金额(元)'], component: { type: 'currency', currency: 'CNY', decimalLimit: 2 } },
  { words: ['单选', '单选题'], choices: true, component: { type: 'radio' } },
  { words: ['多选', '多选题'], choices: true, component: { type: 'selectboxes' } },
  {
    words: ['下拉', '下拉单选', '下拉选择'],
    choices: true,
    component: { type: 'select', dataSrc: 'values' },
  },
  { words: ['是否', '是/否', '判断'], component: { type: 'radio' } },
  { words: ['勾选', '确认'], component: { type: 'checkbox' } },
  { words: ['日期'], component: { type: 'datetime', format: 'yyyy-MM-dd', enableTime: false } },
  { words: ['时间'], component: { type: 'time' } },
  {
    words: ['手机号', '手机', '手机号码'],
    component: { type: 'phoneNumber', properties: { format: 'cn-mobile' } },
  },
  { words: ['电话', '联系电话'], component: { type: 'phoneNumber' } },
  {
    words: ['身份证号', '身份证', '身份证号码'],
    component: { type: 'textfield', properties: { format: 'cn-id', sensitivity: 'sensitive' } },
  },
  { words: ['照片', '附件', '文件', '图片'], component: { type: 'file' } },
  { words: ['签名', '签字'], component: { type: 'signature' } },
  { words: ['说明文字', '说明', '提示'], component: { type: 'content' } },
]

/** The first word of each type, as the template offers them. */
export const typeWords: readonly string[] = made.flatMap(({ words }) => words.slice(0, 1))

export const typeOf = (word: string): Made | undefined => {
  const plain = word.replaceAll(/\s/g, '')
  return made.find(({ words }) => words.includes(plain))
}

/** For questions of the type 是否. */
export const yesNo = [
  { value: 'yes', label: '是' },
  { value: 'no', label: '否' },
] as const
