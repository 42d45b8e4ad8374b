import type { Component } from './component.ts'
import type { Say } from './finding.ts'
import { isProgram, judgeElement, judgeMarkup, type MarkupFault } from './markup.ts'

/** Keys whose text Form.io runs as JavaScript, wherever they stand. An object there is JSON Logic. */
const scriptKeys: ReadonlySet<string> = new Set([
  'customConditional',
  'customDefaultValue',
  'calculateValue',
  'custom',
  'customAction',
  'javascript',
  'schemaDefinition',
  'disableFunction',
  'conditionalAddButton',
  'displayAsTableCondition',
  'customOptionsFunction',
  'addRowCondition',
  'beforeSubmit',
])
/** Keys that load or replace something from elsewhere. */
const foreignKeys: ReadonlySet<string> = new Set([
  'serverOverride',
  'module',
  'fetch',
  'trigger.event',
  'reference',
])
const sourceKeys: ReadonlySet<string> = new Set(['url', 'resource', 'indexeddb', 'headers', 'authenticate'])
/** The children of layout components are components of their own. */
const nested: ReadonlySet<string> = new Set(['components', 'columns', 'rows'])
const reserved: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

const isFilled = (value: unknown): boolean =>
  typeof value === 'string'
    ? value.trim() !== ''
    : typeof value === 'object' && value !== null
      ? Object.keys(value).length > 0
      : value !== undefined && value !== null && value !== false

/** How many JSON values the linter looks at in one form. */
export type Budget = { left: number }

/**
 * Looks through everything that a component says for what could run or load: JavaScript, template programs,
 * scripts in markup, addresses, inlined data, and keys that reach an object's prototype. Bounded by the budget.
 */
export const lintScript = (component: Component, say: Say, budget: Budget): undefined => {
  const look = (value: unknown, key: string, pointer: string, depth: number): undefined => {
    if (--budget.left < 0) return
    if (typeof value === 'string') return lookText(component, value, key, pointer, say)
    if (typeof value !== 'object' || value === null) return undefined
    if (depth > 40) return say('too-deep', pointer, '这里的内容嵌套太深。')
    if (Array.isArray(value)) {
      for (let i = 0; i < value.length && budget.left >= 0; i++)
        look(value[i], key, `${pointer}/${i}`, depth + 1)
      return undefined
    }
    for (const name of Object.keys(value)) {
      if (budget.left < 0) return undefined
      const inner = (value as Record<string, unknown>)[name]
      const at = `${pointer}/${name.slice(0, 100).replaceAll('~', '~0').replaceAll('/', '~1')}`
      if (reserved.has(name)) say('reserved-name', at, `不能使用保留名称「${name}」。`)
      else if (foreignKeys.has(name) && isFilled(inner))
        say('foreign', at, `不能从外部加载或替换内容（${name}），请删除。`)
      else look(inner, name, at, depth + 1)
    }
    return undefined
  }
  if (component.type === 'htmlelement') {
    sayMarkup(judgeElement(component['tag'], undefined), '/tag', say)
    sayMarkup(judgeElement(undefined, component['attrs']), '/attrs', say)
  }
  for (const name of Object.keys(component)) {
    if (nested.has(name) || budget.left < 0) continue
    const value = component[name]
    const at = `/${name.slice(0, 100).replaceAll('~', '~0').replaceAll('/', '~1')}`
    if (reserved.has(name)) say('reserved-name', at, `不能使用保留名称「${name}」。`)
    else if (foreignKeys.has(name) && isFilled(value))
      say('foreign', at, `不能从外部加载或替换内容（${name}），请删除。`)
    else look(value, name, at, 1)
  }
}

const lookText = (component: Component, text: string, key: string, pointer: string, say: Say): undefined => {
  if (text.trim() === '') return
  if (scriptKeys.has(key))
    say('script', pointer, `这里有 JavaScript 代码（${key}），不能使用；请改用条件或 JSON Logic 规则。`)
  else if (sourceKeys.has(key) && component.type !== 'url' && !pointer.startsWith('/properties'))
    say('remote', pointer, '选项或文件不能来自网址，请写成固定选项或选用服务事项目录。')
  else if (text.length > 100_000) say('text-long', pointer, '这里的文字太长。')
  else if (key === 'pattern' || key === 'inputMask' || key === 'key') return
  else if (/\bmoment\s*\(/.test(text))
    say('moment', pointer, '日期不能用 moment(…) 计算，请写成 2026-01-31 这样的日期。')
  else if (isProgram(text)) say('template', pointer, '这里有模板代码，不能使用；文字里只能引用字段名。')
  else sayMarkup(judgeMarkup(text), pointer, say)
}

const sayMarkup = (verdict: MarkupFault | undefined, pointer: string, say: Say): undefined => {
  if (verdict === 'inlined-data') say(verdict, pointer, '不能内嵌图片或其他数据，请改为上传附件。')
  if (verdict === 'markup-script') say(verdict, pointer, '说明文字里有脚本，请删除。')
  if (verdict === 'markup-tag') say(verdict, pointer, '说明文字里有不允许的标签，请删除。')
}
