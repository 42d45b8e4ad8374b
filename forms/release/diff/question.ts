import { pointer } from '../canonical.ts'
import type { Placed } from './components.ts'
import type { Notes } from './notes.ts'
import { compareOptions } from './options.ts'
import { keysOf, own, same, textIn } from './same.ts'
import { quote, show } from './show.ts'

/** What people see above a component: a panel's title, a fieldset's legend, else the label; its key where it has none. */
export const labelOfComponent = (component: unknown): string => {
  const heading = own(component, 'type') === 'fieldset' ? 'legend' : 'title'
  const [first, second] =
    own(component, 'type') === 'panel' || heading === 'legend' ? [heading, 'label'] : ['label', heading]
  return textIn(component, first) ?? textIn(component, second) ?? textIn(component, 'key') ?? '未命名'
}

/** Settings whose value can be told, and what they are called. */
const told: Readonly<Record<string, string>> = {
  addAnother: '增加一行的按钮',
  clearOnHide: '隐藏时清空',
  collapsed: '默认折叠',
  currency: '币种',
  customClass: '样式',
  dataGridLabel: '显示表名',
  decimalLimit: '小数位数',
  defaultValue: '默认值',
  delimiter: '千位分隔',
  description: '填写说明',
  disableAddingRemovingRows: '禁止增减行',
  disabled: '禁止填写',
  format: '显示格式',
  hidden: '默认隐藏',
  hideLabel: '不显示题目',
  html: '说明文字',
  content: '说明文字',
  inline: '横向排列',
  inputMask: '输入格式',
  mask: '遮挡显示',
  multiple: '可填多个',
  placeholder: '占位提示',
  prefix: '前缀',
  rows: '行数',
  suffix: '后缀',
  tooltip: '帮助提示',
  type: '类型',
  unique: '不得重复',
  'properties.element': '对应的数据元',
  'properties.format': '内容格式',
  'properties.sensitivity': '敏感级别',
  'properties.source': '依据',
  'validate.custom': '自定义校验',
  'validate.customMessage': '出错提示',
  'validate.json': '校验规则',
  'validate.max': '最大值',
  'validate.maxLength': '最多',
  'validate.maxSelectedCount': '最多选几项',
  'validate.maxWords': '最多字数',
  'validate.min': '最小值',
  'validate.minLength': '最少',
  'validate.minSelectedCount': '最少选几项',
  'validate.pattern': '格式要求',
}

/** Rules: what they say is JSON Logic, so that only the fact of a change can be put into words. */
const rules: Readonly<Record<string, string>> = {
  allowCalculateOverride: '计算结果可否改写',
  calculateValue: '计算规则',
  conditional: '显示条件',
  customConditional: '显示条件',
  logic: '联动规则',
}

/** Where components and options are kept; those are compared as such. */
const elsewhere: ReadonlySet<string> = new Set(
  'components columns rows values questions label title legend key data id'.split(' '),
)

/** Says what became of one component that stands in both definitions. */
export const compareQuestion = (form: string, a: Placed, b: Placed, notes: Notes): void => {
  const [older, newer] = [a.component, b.component]
  const called = quote(labelOfComponent(newer))
  const say = (words: string, at = b.pointer) => notes.say('changed', at, `${form}：${words}`)
  if (labelOfComponent(older) !== labelOfComponent(newer)) {
    say(`${quote(labelOfComponent(older))}改名为${called}`, pointer(b.pointer, 'label'))
  }
  compareOptions(called, a, b, say)
  const technical: string[] = []
  for (const [name, was, is] of settings(older, newer)) {
    if (name === 'validate.required') {
      say(`${called}改为${is === true ? '必填' : '选填'}`, at(b, name))
    } else if (Object.hasOwn(rules, name)) {
      say(`${called}${ruled(rules[name] ?? name, was, is)}`, at(b, name))
    } else if (Object.hasOwn(told, name)) {
      say(
        `${called}的${told[name]}：${show(was, notes.names, name)} → ${show(is, notes.names, name)}`,
        at(b, name),
      )
    } else technical.push(name)
  }
  // A form that was saved by another designer differs in dozens of these: one sentence says so.
  if (technical.length > 0) say(`${called}的其他设置已修改（${technical.join('、')}）`)
}

const at = (placed: Placed, name: string): string =>
  name.split('.').reduce((path, step) => pointer(path, step), placed.pointer)

const ruled = (rule: string, was: unknown, is: unknown): string =>
  empty(was) ? `新增${rule}` : empty(is) ? `删除${rule}` : `的${rule}已修改`

/** Every setting that differs, `validate` and `properties` member by member. */
const settings = (a: unknown, b: unknown): readonly (readonly [string, unknown, unknown])[] => {
  const differing: (readonly [string, unknown, unknown])[] = []
  const gather = (older: unknown, newer: unknown, prefix: string): void => {
    for (const name of new Set([...keysOf(newer), ...keysOf(older)])) {
      if (prefix === '' && elsewhere.has(name) && !(name === 'rows' && typeof own(newer, name) === 'number'))
        continue
      const [was, is] = [own(older, name), own(newer, name)]
      if (prefix === '' && (name === 'validate' || name === 'properties')) gather(was, is, `${name}.`)
      else if (!alike(was, is)) differing.push([`${prefix}${name}`, was, is])
    }
  }
  gather(a, b, '')
  return differing
}

/** Form.io writes what is not set in many ways; none of them is a change for people. */
const alike = (was: unknown, is: unknown): boolean => same(was, is) || (empty(was) && empty(is))
const empty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || value === false
