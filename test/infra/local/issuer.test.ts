import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { fileRing, freshFileKeys } from '../../../functions/server/key-files.ts'
import { openShelf } from '../../../infra/local/issuer/adapter.ts'
import { byPlace, errorPage, logoutPage, pickerPage } from '../../../infra/local/issuer/pages.ts'
import { issuerKeys, publicKeys } from '../../../infra/local/keys.ts'
import { people } from '../../../infra/local/people.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'yihu-issuer-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('what the issuer keeps', () => {
  const open = () => openShelf(join(folder, 'sessions.json'))
  const adapter = (shelf: ReturnType<typeof open>, model: string) => {
    const made = shelf.factory
    if (typeof made !== 'function') throw new Error('no factory')
    return (made as (name: string) => ReturnType<Extract<typeof made, (name: string) => unknown>>)(model)
  }

  test('is there after a restart, for its owner alone', async () => {
    const first = open()
    await adapter(first, 'Session').upsert('s1', { accountId: '341700.worker', uid: 'u1' }, 60)
    await turn()
    const second = adapter(open(), 'Session')
    expect(await second.find('s1')).toEqual({ accountId: '341700.worker', uid: 'u1' })
    expect(await second.findByUid('u1')).toMatchObject({ accountId: '341700.worker' })
    expect(statSync(join(folder, 'sessions.json')).mode & 0o077).toBe(0)
  })

  test('is written at once when asked', async () => {
    const shelf = open()
    await adapter(shelf, 'Session').upsert('s1', { uid: 'u1' }, 60)
    shelf.flush()
    expect(readFileSync(join(folder, 'sessions.json'), 'utf8')).toContain('u1')
  })

  test('ends with its time, and is not found by another model’s name', async () => {
    const shelf = open()
    await adapter(shelf, 'RefreshToken').upsert('r1', { grantId: 'g1' }, -1)
    await adapter(shelf, 'Session').upsert('s1', { uid: 'u1' }, 60)
    expect(await adapter(shelf, 'RefreshToken').find('r1')).toBeUndefined()
    expect(await adapter(shelf, 'Grant').find('s1')).toBeUndefined()
    expect(await adapter(shelf, 'Grant').findByUid('u1')).toBeUndefined()
  })

  test('is marked when used, and goes with its grant', async () => {
    const shelf = open()
    const tokens = adapter(shelf, 'RefreshToken')
    await tokens.upsert('r1', { grantId: 'g1' }, 60)
    await tokens.upsert('r2', { grantId: 'g2' }, 60)
    await tokens.consume('r1')
    expect((await tokens.find('r1'))?.consumed).toBeGreaterThan(0)
    await tokens.revokeByGrantId('g1')
    expect(await tokens.find('r1')).toBeUndefined()
    expect(await tokens.find('r2')).toBeDefined()
  })

  test('if broken stops the start instead of being forgotten', () => {
    writeFileSync(join(folder, 'sessions.json'), '{"Session:s1":')
    expect(open).toThrow()
  })
})

describe('keys', () => {
  test('of the issuer stay, and so does the name in tokens when the port changes', async () => {
    const first = await issuerKeys(folder, 'http://127.0.0.1:8300/oidc')
    const second = await issuerKeys(folder, 'http://127.0.0.1:8301/oidc')
    expect(second).toEqual(first)
    expect(second.realm).toBe('http://127.0.0.1:8300/oidc')
  })

  test('made twice at once are one pair: start and token command may race', async () => {
    const made = await Promise.all([1, 2, 3].map(() => issuerKeys(folder, 'http://127.0.0.1:8300/oidc')))
    for (const keys of made) expect(keys).toEqual(made[0])
  })

  test('are published without their secret', async () => {
    const keys = publicKeys(await issuerKeys(folder, 'http://127.0.0.1:8300/oidc'))
    expect(keys.keys[0]).toMatchObject({ kty: 'EC', crv: 'P-256', alg: 'ES256' })
    expect(JSON.stringify(keys)).not.toContain('"d"')
  })

  const ring = () => fileRing(join(folder, 'keys'), freshFileKeys)

  test('of a city stay and are no other city’s', async () => {
    const one = await ring().keys({ kind: 'city', code: '341700' })
    expect(await ring().keys({ kind: 'city', code: '341700' })).toEqual(one)
    expect((await ring().keys({ kind: 'city', code: '349901' })).blind).not.toEqual(one.blind)
    expect(statSync(join(folder, 'keys', '341700.json')).mode & 0o077).toBe(0)
  })

  test.each(['', '../issuer', '34170', '3417000', 'issuer'])('of %j are refused', async (code) =>
    expect(ring().keys({ kind: 'city', code })).rejects.toThrow(),
  )
})

describe('pages', () => {
  test('list everybody once in each place, with one button', () => {
    const page = pickerPage('abc')
    for (const { subject, name } of people) expect(page).toMatch(new RegExp(`value="${subject}"[^]*?${name}`))
    expect([...byPlace(people).keys()]).toEqual(
      expect.arrayContaining(['池州市 341700', '安徽省 340000', '未加入任何单位']),
    )
  })

  test('carry no script and no style of their own, and write no sign of somebody else’s as markup', () => {
    for (const page of [
      pickerPage('"><script>'),
      logoutPage('<form id="op.logoutForm"></form>'),
      errorPage('<b>', '<i>'),
    ]) {
      expect(page).not.toMatch(/<script|<style|style=| on\w+=|<i>|<b>"/)
      expect(page).toContain('lang="zh-CN"')
    }
  })
})
