import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { freshKeys, memoryRing, type OwnerKeys, Unopenable } from '../../../functions/store/index.ts'
import { blind, open, seal } from '../../../functions/store/seal.ts'

const chizhou = { kind: 'city', code: '341700' } as const
const keys = freshKeys()
const person = { name: '演示张三', idNumber: '999901195001011234' }

describe('seal', () => {
  test('opens again, and shows nothing meanwhile', () => {
    const bytes = seal(chizhou, keys, person, 'HH#1/P#2')
    expect(open(chizhou, keys, bytes, 'HH#1/P#2')).toEqual(person)
    const raw = Buffer.from(bytes)
    for (const part of [person.name, person.idNumber]) expect(raw.includes(part)).toBe(false)
    expect(raw.includes(gzipSync(JSON.stringify(person)).subarray(0, 10))).toBe(false)
  })

  test('never gives the same bytes twice', () => {
    expect(seal(chizhou, keys, 1, 'x')).not.toEqual(seal(chizhou, keys, 1, 'x'))
  })

  test('opens nowhere else: other context, city, kind of owner, or keys', () => {
    const bytes = seal(chizhou, keys, person, 'a')
    expect(() => open(chizhou, keys, bytes, 'b')).toThrow(Unopenable)
    expect(() => open({ kind: 'city', code: '349901' }, keys, bytes, 'a')).toThrow(Unopenable)
    expect(() => open({ kind: 'province', code: '341700' }, keys, bytes, 'a')).toThrow(Unopenable)
    expect(() => open(chizhou, freshKeys(), bytes, 'a')).toThrow(Unopenable)
  })

  test('any flipped byte is noticed', () => {
    const bytes = seal(chizhou, keys, person, 'a')
    for (let at = 0; at < bytes.length; at++) {
      const changed = Uint8Array.from(bytes)
      changed[at] = (changed[at] ?? 0) ^ 1
      expect(() => open(chizhou, keys, changed, 'a'), `byte ${at}`).toThrow(Unopenable)
    }
    for (const cut of [0, 1, 13, 29, bytes.length - 1])
      expect(() => open(chizhou, keys, bytes.subarray(0, cut), 'a')).toThrow(Unopenable)
  })

  test('old versions open after the key was changed', () => {
    const before = seal(chizhou, keys, 1, 'a')
    const turned: OwnerKeys = {
      ...keys,
      current: 2,
      data: new Map([...keys.data, [2, new Uint8Array(32).fill(7)]]),
    }
    const after = seal(chizhou, turned, 2, 'a')
    expect([before[1], after[1]]).toEqual([1, 2])
    expect([open(chizhou, turned, before, 'a'), open(chizhou, turned, after, 'a')]).toEqual([1, 2])
    expect(() => open(chizhou, keys, after, 'a')).toThrow(Unopenable)
  })
})

test('a blind index finds the same again, and differs by city', () => {
  expect(blind(keys, person.idNumber)).toBe(blind(keys, person.idNumber))
  expect(blind(keys, person.idNumber)).toMatch(/^[0-9a-f]{64}$/)
  expect(blind(keys, person.idNumber)).not.toBe(blind(freshKeys(), person.idNumber))
})

test('a ring gives each owner keys of its own, always the same', async () => {
  const ring = memoryRing()
  const one = await ring.keys(chizhou)
  expect(await ring.keys({ ...chizhou })).toBe(one)
  expect(await ring.keys({ kind: 'province', code: '341700' })).not.toBe(one)
})
