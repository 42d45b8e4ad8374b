import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { documentKey } from '#forms/packs'
import { canonical, diff, examine, kindOf } from '#forms/release'
import { fc } from '../../chance.ts'

const folder = new URL('../../../forms/packs/341700-care/', import.meta.url)
const pack = readdirSync(folder)
  .filter((file) => file !== 'pack.json')
  .map((file) => [documentKey(file), readFileSync(new URL(file, folder), 'utf8')] as const)

type Step = { readonly at: number; readonly how: 'drop' | 'copy' | 'set' | 'swap'; readonly value: unknown }

/** Changes one place of a document, chosen by number, and answers whether there was one. */
const change = (document: unknown, { at, how, value }: Step): void => {
  const places: [holder: Record<string, unknown> | unknown[], key: string][] = []
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    for (const key of Object.keys(node)) {
      places.push([node as Record<string, unknown>, key])
      visit((node as Record<string, unknown>)[key])
    }
  }
  visit(document)
  const [holder, key] = places[at % places.length] ?? [[], '0']
  if (Array.isArray(holder)) {
    const i = Number(key)
    if (how === 'drop') holder.splice(i, 1)
    else if (how === 'copy') holder.push(structuredClone(holder[i]))
    else if (how === 'swap') holder.reverse()
    else holder[i] = value
  } else if (how === 'drop') delete holder[key]
  else holder[how === 'copy' ? `${key}2` : key] = how === 'copy' ? structuredClone(holder[key]) : value
}

const step = fc.record<Step>({
  at: fc.nat(1_000_000),
  how: fc.constantFrom('drop', 'copy', 'set', 'swap'),
  value: fc.jsonValue({ maxDepth: 2 }),
})

describe('any change to any document', () => {
  it('is told, in Chinese, with a place in one of the two documents; no change is not', () => {
    fc.assert(
      fc.property(fc.nat(pack.length - 1), fc.array(step, { maxLength: 4 }), (which, steps) => {
        const [key, text] = pack[which] ?? ['', '{}']
        const [older, newer] = [JSON.parse(text), JSON.parse(text)]
        for (const one of steps) change(newer, one)
        for (const [a, b] of [
          [older, newer],
          [newer, older],
        ]) {
          const changes = diff({ [key]: a }, { [key]: b })
          expect(changes.length > 0).toBe(canonical(a) !== canonical(b))
          for (const { words, pointer, document } of changes) {
            expect(words).toMatch(/\p{Script=Han}/u)
            expect(words).not.toMatch(/undefined|\[object/)
            expect(document).toBe(key)
            expect([a, b].some((side) => reaches(side, pointer)) || pointer === '').toBe(true)
          }
        }
      }),
      { numRuns: 150 },
    )
  })
})

describe('any configuration', () => {
  it('is examined without an accident, however broken', () => {
    fc.assert(
      fc.property(fc.nat(pack.length - 1), fc.array(step, { minLength: 1, maxLength: 6 }), (which, steps) => {
        const documents = Object.fromEntries(pack.map(([key, text]) => [key, JSON.parse(text)]))
        const [key] = pack[which] ?? ['']
        for (const one of steps) change(documents[key], one)
        const { findings, publishable } = examine(documents)
        for (const { message, level, document } of findings) {
          // What is left open is told in the words of the document itself.
          if (level !== 'todo') expect(message).toMatch(/\p{Script=Han}/u)
          expect(kindOf(document)).toBeDefined()
          if (level === 'error') expect(publishable).toBe(false)
        }
      }),
      { numRuns: 25 },
    )
  })
})

/** Whether a JSON pointer leads to something, or to where one member is missing. */
const reaches = (document: unknown, pointer: string): boolean => {
  let at = document
  const steps = pointer.split('/').slice(1)
  for (const [i, raw] of steps.entries()) {
    if (typeof at !== 'object' || at === null) return i === steps.length
    const name = raw.replaceAll('~1', '/').replaceAll('~0', '~')
    if (!(name in at)) return i >= steps.length - 2
    at = (at as Record<string, unknown>)[name]
  }
  return true
}
