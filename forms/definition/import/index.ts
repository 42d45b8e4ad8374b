import type { Component } from '../component.ts'
import type { FormDocument } from '../document.ts'
import { lint } from '../lint.ts'
import { isRecord } from '../record.ts'
import { importList } from './component.ts'
import { parted } from './keys.ts'
import type { ImportReport, Notes } from './report.ts'

export type { ImportReport, Refused, Translated } from './report.ts'
export { type Translation, translate } from './translate.ts'

/**
 * Takes Form.io JSON from elsewhere (4.x and 5.x, CHEFS, NAV, formsflow; bare, or wrapped in `schema`, `form`,
 * `definition`, `versions`, or only a list of components) and makes a Yihu form of it. Types with other names are
 * mapped, simple scripts become JSON Logic by reading them, everything else is left out; the report names each.
 * Whatever the linter still refuses of the result is in `refused` too. Takes any JSON and never throws.
 */
export const importForm = (json: unknown): { readonly form: FormDocument; readonly report: ImportReport } => {
  const notes: Notes = { translated: [], refused: [] }
  const count = { taken: 0 }
  const read = copy(json)
  const found = unwrap(read)
  const components = found
    ? importList(found['components'], { path: '', pointer: '/components', depth: 0, notes, count })
    : []
  if (!found)
    notes.refused.push({
      path: '',
      in: 'source',
      pointer: '',
      code: 'shape',
      message:
        read === undefined
          ? '内容无法读取：不是 JSON，或嵌套太深。'
          : '这里没有找到 Form.io 表单（components）。',
    })
  parted(components)
  const form = documentOf(found ?? {}, components)
  for (const { level, code, path, pointer, label, message } of lint(form.definition))
    if (level === 'error')
      notes.refused.push({ path, in: 'form', pointer, code, ...(label !== undefined && { label }), message })
  return { form, report: { taken: count.taken, ...notes } }
}

/** A copy of our own, so that the input is never shared; undefined for what is no JSON (cycles). */
const copy = (json: unknown): unknown => {
  try {
    return JSON.parse(JSON.stringify(json)) as unknown
  } catch {
    return undefined
  }
}

const unwrap = (json: unknown, depth = 0): Record<string, unknown> | undefined => {
  if (Array.isArray(json)) return { components: json }
  if (!isRecord(json) || depth > 4) return undefined
  if (Array.isArray(json['components'])) return json
  const versions = json['versions']
  const inside = [
    json['schema'],
    json['form'],
    json['definition'],
    Array.isArray(versions) ? versions[0] : undefined,
  ]
  for (const inner of inside) {
    const found = unwrap(inner, depth + 1)
    if (found) return { ...found, title: found['title'] ?? json['title'] ?? json['name'] }
  }
  return undefined
}

const documentOf = (from: Record<string, unknown>, components: readonly Component[]): FormDocument => {
  const wizard = from['display'] === 'wizard' && components.every(({ type }) => type === 'panel')
  const name = [from['name'], from['path'], from['key']].find((one) => typeof one === 'string' && one !== '')
  const key = String(name ?? 'imported')
    .replaceAll(/[^A-Za-z0-9-]/g, '-')
    .replace(/^[^A-Za-z]+/, '')
    .slice(0, 40)
  return {
    schema: 1,
    key: key === '' ? 'imported' : key,
    title:
      typeof from['title'] === 'string' && from['title'] !== '' ? from['title'].slice(0, 100) : '导入的表单',
    definition: { display: wizard ? 'wizard' : 'form', components },
  }
}
