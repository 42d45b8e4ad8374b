import { describe, expect, test } from 'vitest'
import { documentSchemas } from '#forms/catalogue'
import { type Shape, shapeOf } from '../../../../web/studio/structured/shape.ts'
import { choiceLabel, fieldLabel } from '../../../../web/studio/structured/words.ts'

/** Documents that have a table of their own. */
const tables = ['catalogue', 'fees']
const drawn = Object.entries(documentSchemas).filter(([key]) => !tables.includes(key))

const each = (
  shape: Shape,
  path: string,
  visit: (shape: Shape, path: string, name: string) => void,
): void => {
  if (shape.kind === 'list') each(shape.item, path, visit)
  if (shape.kind !== 'group') return
  for (const { name, shape: inner } of shape.fields) {
    visit(inner, `${path}/${name}`, name)
    each(inner, `${path}/${name}`, visit)
  }
}

describe('words for the members of a configuration', () => {
  test.each(drawn)('%s: every member that is shown has a Chinese name', (key, { schema }) => {
    const unnamed: string[] = []
    let seen = 0
    each(shapeOf(schema), key, (shape, path, name) => {
      if (shape.kind === 'fixed' || shape.kind === 'source' || name === 'todo') return
      seen += 1
      if (!/\p{Script=Han}/u.test(fieldLabel(path, name))) unnamed.push(path)
    })
    expect(seen).toBeGreaterThan(3)
    expect(unnamed).toEqual([])
  })

  test.each(drawn)('%s: every choice has a Chinese name', (key, { schema }) => {
    const unnamed: string[] = []
    const look = (shape: Shape, path: string) => {
      if (shape.kind === 'list') look(shape.item, path)
      if (shape.kind !== 'choice') return
      for (const option of shape.options)
        if (!/\p{Script=Han}/u.test(choiceLabel(option))) unnamed.push(`${path}: ${option}`)
    }
    each(shapeOf(schema), key, look)
    expect(unnamed).toEqual([])
  })

  test.each(drawn)(
    '%s: nothing of it needs its source, and versions and sentences are not typed',
    (key, { schema }) => {
      const kinds = new Map<string, string>()
      each(shapeOf(schema), key, (shape, path) => kinds.set(path, shape.kind))
      expect([...kinds].filter(([, kind]) => kind === 'other')).toEqual([])
      expect(kinds.get(`${key}/schema`)).toBe('fixed')
      for (const [path, kind] of kinds) if (/source$/i.test(path)) expect(kind, path).toBe('source')
    },
  )
})
