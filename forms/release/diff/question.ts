import { type Compatibility, ruleNames, type Seat, settingNames } from '../../definition/index.ts'
import { pointer } from '../canonical.ts'
import type { Ledger } from './effect.ts'
import type { Notes } from './notes.ts'
import { compareOptions, type Say } from './options.ts'
import { keysOf, own, same } from './same.ts'
import { quote, show } from './show.ts'

/** Settings whose value can be told, and what they are called: those that answers depend on, and what people see. */
const told: Readonly<Record<string, string>> = {
  ...settingNames,
  addAnother: '增加一行的按钮',
  collapsed: '默认折叠',
  customClass: '样式',
  dataGridLabel: '显示表名',
  delimiter: '千位分隔',
  disableAddingRemovingRows: '禁止增减行',
  inline: '横向排列',
  mask: '遮挡显示',
  rows: '行数',
  'validate.custom': '自定义校验',
}

/** Rules: what they say is JSON Logic, so that only the fact of a change can be put into words. */
const rules: Readonly<Record<string, string>> = {
  ...ruleNames,
  allowCalculateOverride: '计算结果可否改写',
  customConditional: '显示条件',
}

/** Settings that hold others, which are told one by one. */
const holders = new Set(
  'validate properties datePicker fields fields.day fields.month fields.year'.split(' '),
)

/** Where components and options are kept; those are compared as such. */
const elsewhere: ReadonlySet<string> = new Set(
  'components columns rows values questions label title legend key data id'.split(' '),
)

/** Says what became of one component that stands in both definitions. */
export const compareQuestion = (was: Seat, is: Seat, notes: Notes, ledger: Ledger): void => {
  const called = quote(is.label)
  const say: Say = (words, place, about) =>
    notes.say('changed', place, `${notes.title}：${words}`, ledger.effect(about))
  const here =
    (name: string) =>
    ({ pointer: place }: Compatibility) =>
      place === at(is, name)
  if (was.label !== is.label) {
    say(`${quote(was.label)}改名为${called}`, at(is, 'label'), here('label'))
  }
  compareOptions(called, was, is, say)
  const technical: string[] = []
  for (const [name, older, newer] of settings(was.component, is.component)) {
    const tell = (words: string) => say(`${called}${words}`, at(is, name), here(name))
    if (name === 'validate.required') tell(`改为${newer === true ? '必填' : '选填'}`)
    else if (Object.hasOwn(rules, name)) tell(ruled(rules[name] ?? name, older, newer))
    else if (Object.hasOwn(told, name)) {
      tell(`的${told[name]}：${show(older, notes.names, name)} → ${show(newer, notes.names, name)}`)
    } else technical.push(name)
  }
  // A form that was saved by another designer differs in dozens of these: one sentence says so. No answer depends on them.
  if (technical.length > 0) {
    say(`${called}的其他设置已修改（${technical.join('、')}）`, is.pointer, () => false)
  }
}

const at = (seat: Seat, name: string): string =>
  name.split('.').reduce((path, step) => pointer(path, step), seat.pointer)

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
      const path = `${prefix}${name}`
      if (holders.has(path)) gather(was, is, `${path}.`)
      else if (!alike(was, is)) differing.push([path, was, is])
    }
  }
  gather(a, b, '')
  return differing
}

/** Form.io writes what is not set in many ways; none of them is a change for people. */
const alike = (was: unknown, is: unknown): boolean => same(was, is) || (empty(was) && empty(is))
const empty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || value === false
