import type { Component } from '../component.ts'
import type { FormDocument } from '../document.ts'
import { outline } from '../outline.ts'
import { importList, lookedAt } from './component.ts'
import { flattened } from './flatten.ts'
import { parted } from './keys.ts'
import { mended } from './mend.ts'
import { numbered } from './numbered.ts'
import { followRenamings } from './renamed-rules.ts'
import { type ImportReport, type Notes, newNotes, type Origin, shareOf } from './report.ts'
import { importScripts } from './scripts.ts'
import { copyOf, formIn } from './source.ts'

export type { ImportReport, Refused, Translated } from './report.ts'
export { type ScriptTarget, type Translation, translate } from './translate.ts'

/**
 * Takes Form.io JSON from elsewhere (4.x and 5.x, CHEFS, NAV, formsflow; bare, or wrapped in `schema`, `form`,
 * `definition`, `versions`, or only a list of components) and makes a Yihu form of it. Types with other names are
 * mapped, simple scripts become JSON Logic by reading them, everything else is left out; the report names each in
 * plain Chinese. The form always passes the linter; should anything remain, it is in `refused` with `in: 'form'`.
 * Takes any JSON, in bounded time, and never throws.
 */
export const importForm = (json: unknown): Imported => {
  try {
    return imported(copyOf(json))
  } catch {
    // A belt for values that cannot even be made a text: nothing of such a form is taken.
    return imported(undefined)
  }
}

type Imported = { readonly form: FormDocument; readonly report: ImportReport }

const imported = (read: unknown): Imported => {
  const notes = newNotes()
  const found = formIn(read)
  if (!found) {
    const message =
      read === undefined
        ? '内容无法读取：不是 JSON，或嵌套太深。'
        : '这里没有找到 Form.io 表单（components）。'
    notes.refused.push({ path: '', in: 'source', pointer: '', code: 'shape', message })
  }
  const count = { taken: 0, left: lookedAt }
  const origins = new Map<object, Origin>()
  const taken = importList(found?.['components'], {
    path: '',
    pointer: '/components',
    depth: 0,
    notes,
    origins,
    count,
  })
  const components = flattened(taken, origins, notes)
  importRules(components, origins, notes)
  const display = displayOf(found ?? {}, components, notes)
  const form = documentOf(found ?? {}, display, mended({ display, components }, origins, notes))
  const { translated, refused } = notes
  return { form, report: { share: shareOf(notes), taken: count.taken, translated, refused } }
}

/** Keys first, then everything that names them: conditions, rules, scripts. */
const importRules = (
  components: readonly Component[],
  origins: ReadonlyMap<object, Origin>,
  notes: Notes,
): void => {
  const renamings = parted(components, origins, notes)
  followRenamings(components, renamings)
  const outlined = outline({ components })
  const old = new Map(renamings.map(({ component, key }) => [component, key]))
  const valued = new Set([...origins].flatMap(([to, { raw }]) => (raw['type'] === 'navSelect' ? [to] : [])))
  const sceneOf = numbered(outlined, origins, { renamed: old, valued }, notes)
  for (const entry of outlined.entries) {
    const origin = origins.get(entry.component)
    if (origin) importScripts({ entry, scene: sceneOf(entry), origin, notes })
  }
}

const displayOf = (
  from: Record<string, unknown>,
  components: readonly Component[],
  notes: Notes,
): 'form' | 'wizard' => {
  if (from['display'] !== 'wizard') return 'form'
  if (components.every(({ type }) => type === 'panel')) return 'wizard'
  notes.translated.push({
    path: '',
    pointer: '/display',
    what: 'layout',
    exact: false,
    label: '',
    message: '原来是一页一页填写，但有问题不在任何一页里；现在排成了一整页。',
    from: 'wizard',
    to: 'form',
  })
  return 'form'
}

const documentOf = (
  from: Record<string, unknown>,
  display: 'form' | 'wizard',
  components: readonly Component[],
): FormDocument => {
  const name = [from['name'], from['path'], from['key']].find((one) => typeof one === 'string' && one !== '')
  const key = String(name ?? 'imported')
    .replaceAll(/[^A-Za-z0-9-]/g, '-')
    .replace(/^[^A-Za-z]+/, '')
    .slice(0, 40)
  const title = from['title']
  return {
    schema: 1,
    key: key === '' ? 'imported' : key,
    title: typeof title === 'string' && title !== '' ? title.slice(0, 100) : '导入的表单',
    definition: { display, components },
  }
}
