import type { Entry, Outline } from '../outline.ts'
import type { Notes, Origin } from './report.ts'
import { type Names, type Scene, scenes } from './script/scene.ts'
import { isScript } from './scripts.ts'
import { translate } from './translate.ts'

const rounds = 6

/**
 * Text fields whose calculation gives numbers hold numbers in Form.io, and other calculations add them up. Here such
 * a field becomes a number; one may make the next one certain, so it is asked again until nothing changes.
 */
export const numbered = (
  outlined: Outline,
  origins: ReadonlyMap<object, Origin>,
  names: Names,
  notes: Notes,
): ((entry: Entry) => Scene) => {
  const texts = outlined.entries.filter(
    (entry) =>
      entry.component.type === 'textfield' &&
      entry.component['multiple'] !== true &&
      isScript(script(entry, origins)),
  )
  let sceneOf = scenes(outlined, names)
  for (let i = 0; i < rounds && texts.length > 0; i++) {
    const found = texts.filter((entry) => {
      if (entry.kind !== 'text') return false
      const read = translate(String(script(entry, origins)), 'value', sceneOf(entry), 'text')
      return read.ok && read.numeric && read.when === undefined
    })
    if (found.length === 0) break
    for (const entry of found) toNumber(entry, origins, notes)
    sceneOf = scenes(outlined, names)
  }
  return sceneOf
}

const script = (entry: Entry, origins: ReadonlyMap<object, Origin>): unknown =>
  origins.get(entry.component)?.raw['calculateValue']

const toNumber = (entry: Entry, origins: ReadonlyMap<object, Origin>, notes: Notes): void => {
  const raw = entry.component as unknown as Record<string, unknown>
  for (const name of ['inputMask', 'defaultValue']) if (typeof raw[name] === 'string') delete raw[name]
  const validate = raw['validate']
  if (typeof validate === 'object' && validate !== null)
    for (const name of ['minLength', 'maxLength', 'minWords', 'maxWords', 'pattern'])
      delete (validate as Record<string, unknown>)[name]
  raw['type'] = 'number'
  Object.assign(entry, { kind: 'number' })
  const origin = origins.get(entry.component)
  if (origin)
    notes.change(
      origin,
      '/type',
      'type',
      `「${origin.label}」算出来的总是数字，已改成“数字”。`,
      false,
      'textfield',
      'number',
    )
}
