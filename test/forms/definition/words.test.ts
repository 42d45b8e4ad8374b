import { describe, expect, test } from 'vitest'
import { judge, lint } from '#forms/definition'
import { compile } from '#forms/engine'
import { publishing } from '../../../forms/definition/publishing.ts'
import { sentence, type WordKey, words } from '../../../forms/definition/words.ts'
import { field, form } from './form.ts'
import { cases, optionsOf } from './words-cases.ts'

const keys = Object.keys(words) as readonly WordKey[]

describe('every template of the catalogue is said by a form, and every judgement has a template', () => {
  test.each(keys)('%s', (key) => {
    const one = cases[key]
    const found = judge(one[0], optionsOf(one), publishing)
    const judged = found.find((judgement) => judgement.words === key)
    expect(judged, JSON.stringify(found.slice(0, 3))).toBeDefined()
    expect(judged?.code).toBe(key.split('.')[0])
    const { message } = lint(one[0], optionsOf(one))[found.findIndex(({ words: said }) => said === key)] ?? {}
    expect(message).toMatch(/^[^{}]*[\u4e00-\u9fff][^{}]*。$/)
    expect(message).not.toMatch(/undefined|NaN|\[object|「」|（）/)
    for (const { words: said } of found) expect(keys).toContain(said)
  })
})

test('sentences that name something go on naming it', () => {
  const naming = keys.flatMap((key) => {
    const names = [...words[key].matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
    return names.length > 0 ? [`${key} ${names.sort().join(' ')}`] : []
  })
  expect(naming).toEqual([
    'shape.object name',
    'too-many components',
    'too-deep depth',
    'type.unknown type',
    'key-twice key',
    'key-twice.layout key',
    'reserved-name name',
    'reserved-name.key name',
    'reserved-name.option name',
    'mask.length mask',
    'limit.number name',
    'rows rowsMax',
    'pattern.too-long pattern',
    'options.many options',
    'option-twice option',
    'script.code key',
    'foreign name',
    'logic.property name',
    'condition-operator operator',
    'condition-unknown name',
    'condition-rows grid name',
    'cycle names',
    'read-unknown name',
    'read-whole name',
    'rule-operator name',
    'rule-arguments name',
    'rule-arguments.count name',
    'rule-variable name',
    'rule-root roots',
    'outcome-unknown name',
    'bands.overlap one other',
  ])
})

test('lint is judge in words: the same places in the same order', () => {
  for (const key of keys) {
    const [definition] = cases[key]
    const options = optionsOf(cases[key])
    const place = ({ level, code, path, pointer, label }: ReturnType<typeof lint>[number]) => ({
      level,
      code,
      path,
      pointer,
      label,
    })
    const judged = judge(definition, options, publishing).map((one) => ({ ...one, message: '' }))
    expect(lint(definition, options).map(place).slice(0, judged.length)).toEqual(judged.map(place))
  }
})

test('the engine works with a form that is only unfit to be read or filled, and refuses all others', () => {
  const works = keys.filter((key) => {
    const found = judge(cases[key][0], optionsOf(cases[key]))
    return !found.some(({ level }) => level === 'error')
  })
  for (const key of works)
    expect(compile(cases[key][0] as never).findings.every(({ level }) => level === 'warning')).toBe(true)
  expect(works.sort()).toEqual(
    [
      'button',
      'empty',
      'inlined-data',
      'key-twice.layout',
      'limit.range',
      'markup-script',
      'markup-tag',
      'moment',
      'override',
      'remote.address',
      'sensitivity',
      'template',
    ].sort(),
  )
})

test('sentences name what is meant', () => {
  const said = (definition: unknown) =>
    lint(definition).flatMap(({ level, message }) => (level === 'error' ? [message] : []))
  expect(said(form(field({ type: 'tree' })))).toEqual(['不支持「tree」类型的组件。'])
  expect(said(form(field({ inputMask: '9'.repeat(201) })))).toEqual(['输入掩码最多 200 个字符。'])
  expect(said(form(field({ calculateValue: { var: 'process.env' } })))).toEqual([
    '变量要以 data、row、rowIndex、form、value、input 之一开头，如 data.age。',
  ])
  const grid = { type: 'datagrid', key: 'g', label: '成员', components: [field({ key: 'x', label: '年龄' })] }
  expect(said(form(grid, field({ conditional: { show: true, when: 'g.x', eq: 1 } })))).toEqual([
    '显示条件引用了表格「成员」里的字段「年龄」，不知道指哪一行；请改用统计后的计算项。',
  ])
})

test('braces and dollar signs in what a form says stay what they are', () => {
  const type = '{type}$&{components}{__proto__}'
  expect(lint(form(field({ type })))[0]?.message).toBe(`不支持「${type}」类型的组件。`)
  expect(sentence('type.unknown', { type: '$1{type}' })).toBe('不支持「$1{type}」类型的组件。')
})
