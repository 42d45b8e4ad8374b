import { isElementCode } from '../../elements/index.ts'
import { quote } from '../quote.ts'
import type { Documents } from '../schemas.ts'
import type { Report } from './report.ts'

type Loose = Readonly<Record<string, unknown>>
const isObject = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** The forms of which a visit makes tasks, and whom each must be about, or nobody could hand it in. */
const visits = [
  ['visit', 'household', '户'],
  ['self-care', 'person', '成员'],
] as const

const depthLimit = 60

/** Every `properties.element` of a definition, with its place. Walks any shape of nesting, so columns and tables too. */
const fields = (
  value: unknown,
  at: readonly (string | number)[],
  visit: (node: Loose, at: readonly (string | number)[]) => void,
) => {
  if (at.length > depthLimit) return
  if (Array.isArray(value)) {
    for (const [i, entry] of value.entries()) fields(entry, [...at, i], visit)
  } else if (isObject(value)) {
    if (typeof value['type'] === 'string') visit(value, at)
    for (const [name, inner] of Object.entries(value))
      if (typeof inner === 'object' && inner !== null) fields(inner, [...at, name], visit)
  }
}

/** What a form says about the rest of the configuration: items it advises, elements it asks, the form list of programmes. */
export const checkForms = (
  forms: Readonly<Record<string, unknown>>,
  documents: Documents,
  report: Report,
): void => {
  const items = documents.catalogue && new Map(documents.catalogue.items.map((item) => [item.key, item]))
  for (const [key, form] of Object.entries(forms)) {
    if (!isObject(form)) continue
    listOf(form['recommends']).forEach((one, index) => {
      const item = isObject(one) ? one['item'] : undefined
      if (!items || typeof item !== 'string') return
      const found = items.get(item)
      const at = ['recommends', index, 'item']
      if (!found) report('error', key, at, 'item-unknown', `表单推荐的事项“${item}”不在服务事项清单中。`)
      else if (found.status === 'proposed')
        report(
          'error',
          key,
          at,
          'item-proposed',
          `表单推荐的事项“${found.name}”是拟增事项，批准以前不能使用。`,
          found.name,
        )
      else if (found.status !== 'active')
        report('warning', key, at, 'item-inactive', `表单推荐的事项“${found.name}”没有启用。`, found.name)
    })
    fields(form['definition'], ['definition'], (node, at) => {
      const properties = isObject(node['properties']) ? node['properties'] : {}
      const element = properties['element']
      if (typeof element !== 'string' || isElementCode(element)) return
      const label = typeof node['label'] === 'string' ? node['label'] : undefined
      report(
        'warning',
        key,
        [...at, 'properties', 'element'],
        'element-unknown',
        `字段“${label ?? ''}”对应的数据元“${element}”不在共享字典中。`,
        label,
      )
    })
  }
  const unknown = (
    document: string,
    at: readonly (string | number)[],
    who: string,
    form: string,
    label: string,
  ) => {
    if (!Object.hasOwn(forms, `form:${form}`))
      report('error', document, at, 'form-unknown', `${who}引用的表单“${form}”不存在。`, label)
  }
  documents.programmes?.programmes.forEach(({ title, forms: listed, reports }, index) => {
    const at = ['programmes', index]
    for (const [i, form] of listed.entries())
      unknown('programmes', [...at, 'forms', i], `项目${quote(title)}`, form, title)
    reports?.forEach(({ form, name }, i) => {
      if (form !== undefined) unknown('programmes', [...at, 'reports', i, 'form'], `“${name}”`, form, name)
    })
  })
  const visited = new Set(documents.programmes?.programmes.flatMap((one) => one.forms))
  for (const [form, subject, word] of visits) {
    const found = forms[`form:${form}`]
    if (visited.has(form) && isObject(found) && found['subject'] !== subject)
      report(
        'error',
        `form:${form}`,
        ['subject'],
        'subject-visit',
        `入户调查时要填写这张表，请把它的填写对象设为“${word}”。`,
      )
  }
  documents.profile?.stages.forEach(({ name, forms: asked }, index) => {
    for (const [i, form] of (asked ?? []).entries())
      unknown('profile', ['stages', index, 'forms', i], `环节“${name}”`, form, name)
  })
}
