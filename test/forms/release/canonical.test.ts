import { describe, expect, it } from 'vitest'
import { canonical, NotCanonical, sha256 } from '#forms/release'
import { fc } from '../../chance.ts'

describe('canonical', () => {
  it('sorts keys at every depth and leaves lists in order', () => {
    expect(canonical({ b: [{ d: 1, c: 2 }, 'x'], a: null })).toBe('{"a":null,"b":[{"c":2,"d":1},"x"]}')
    expect(canonical({ 户: 1, a: -0, Z: 1e21 })).toBe('{"Z":1e+21,"a":0,"户":1}')
  })

  it('gives any JSON value the text it gives the value read back, whatever the order of keys', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
        const text = canonical(value)
        expect(canonical(JSON.parse(text))).toBe(text)
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
        expect(canonical(backwards(value))).toBe(text)
      }),
      { numRuns: 300 },
    )
  })

  it('treats an absent and an undefined member alike, and refuses undefined in a list', () => {
    expect(canonical({ a: 1, b: undefined })).toBe(canonical({ a: 1 }))
    expect(() => canonical([1, undefined])).toThrow(NotCanonical)
    expect(() => canonical(new Array(2))).toThrow(NotCanonical)
    expect(() => canonical(undefined)).toThrow(NotCanonical)
  })

  it.each([
    ['NaN', { a: { b: [Number.NaN] } }, '/a/b/0'],
    ['Infinity', { 'x/y~z': Number.POSITIVE_INFINITY }, '/x~1y~0z'],
    ['a function', { f: () => 1 }, '/f'],
    ['a big integer', { n: 1n }, '/n'],
    ['a date', { at: new Date(0) }, '/at'],
    ['a map', { m: new Map() }, '/m'],
  ])('refuses %s and says where', (_what, value, path) => {
    expect(() => canonical(value)).toThrow(expect.objectContaining({ name: 'NotCanonical', path }))
  })

  it('refuses a cycle and endless depth in words, not by a stack overflow', () => {
    const cycle: Record<string, unknown> = {}
    cycle['self'] = cycle
    expect(() => canonical(cycle)).toThrow(NotCanonical)
    expect(() => canonical(JSON.parse(`${'['.repeat(5000)}${']'.repeat(5000)}`))).toThrow(NotCanonical)
  })

  it('keeps lone surrogates apart, which UTF-8 would fold into one replacement sign', async () => {
    const [high, low] = ['\ud800', '\udc00']
    expect(canonical(high)).toBe('"\\ud800"')
    expect(await sha256(canonical(high))).not.toBe(await sha256(canonical(low)))
    expect(JSON.parse(canonical(high))).toBe(high)
    expect(canonical('😀')).toBe('"😀"')
  })

  it('keeps a __proto__ key as data and sets no prototype', () => {
    const hostile: unknown = JSON.parse('{"__proto__":{"admin":true},"a":1}')
    expect(canonical(hostile)).toBe('{"__proto__":{"admin":true},"a":1}')
    expect(({} as { admin?: boolean }).admin).toBeUndefined()
  })
})

describe('sha256', () => {
  it('agrees with the published vectors of FIPS 180-4', async () => {
    expect(await sha256('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
    expect(await sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  })
})

const backwards = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(backwards)
  if (value === null || typeof value !== 'object') return value
  const reversed = Object.entries(value).reverse()
  return Object.fromEntries(reversed.map(([key, member]) => [key, backwards(member)]))
}
