import { describe, expect, test } from 'vitest'
import type { Role, RoleGrant } from '../../../functions/api/contract/index.ts'
import {
  type Action,
  divisionsOf,
  inScope,
  maskFor,
  permits,
  policy,
  readable,
  sensitivities,
} from '../../../functions/identity/index.ts'

const me = 'a'.repeat(64)
const holder = (...roles: RoleGrant[]) => ({ member: me, roles })
const path = ['341702', '341702-01', '341702-01-001']
const actions = Object.keys(policy) as Action[]
const cityRoles: Role[] = ['admin', 'county.admin', 'township', 'worker', 'village', 'provider', 'auditor']

describe('the table', () => {
  test('gives the office nothing in a city, and nobody of a city anything in a province', () => {
    for (const action of actions) {
      const { where } = policy[action]
      if (where === 'city') expect(permits(holder({ role: 'office' }), action), action).toBe(false)
      if (where === 'province')
        for (const role of cityRoles)
          expect(permits(holder({ role }), action), `${role} ${action}`).toBe(false)
    }
  })

  test('lets only admins change who is a member, and what is in force', () => {
    for (const action of ['member.write', 'member.invite', 'config.publish'] as const)
      expect(cityRoles.filter((role) => permits(holder({ role }), action))).toEqual(['admin'])
  })

  test('lets nobody without a role do anything in a place', () => {
    for (const action of actions) expect(permits(holder(), action), action).toBe(false)
    // @ts-expect-error a role that does not exist, as an old row could hold it
    for (const action of actions) expect(permits(holder({ role: 'root' }), action), action).toBe(false)
    // @ts-expect-error a name that every object has
    for (const action of actions) expect(permits(holder({ role: 'constructor' }), action), action).toBe(false)
  })

  test('never shows sensitive values to who looks from far', () => {
    for (const role of ['admin', 'auditor', 'provider', 'county.admin'] as const)
      for (const action of actions)
        if (permits(holder({ role }), action))
          expect(maskFor(holder({ role }), 'sensitive', action), `${role} ${action}`).toBe(true)
  })

  test('an auditor changes nothing', () => {
    const writes = actions.filter((action) =>
      /write|draft|publish|create|change|open|act|submit|confirm|unmask|attachment/.test(action),
    )
    expect(writes.filter((action) => permits(holder({ role: 'auditor' }), action))).toEqual([])
  })
})

describe('scope', () => {
  test('by division is membership in the path, never a prefix', () => {
    const at = (...divisions: string[]) =>
      inScope(holder({ role: 'township', divisions }), 'household.read', { path })
    expect(at('341702-01')).toBe(true)
    expect(at('341702')).toBe(true)
    expect(at('341702-02')).toBe(false)
    expect(at('341702-0')).toBe(false)
    expect(at('3417')).toBe(false)
    expect(at('341702-02', '341702-01-001')).toBe(true)
    expect(at()).toBe(false)
  })

  test('without divisions is the whole city', () => {
    expect(inScope(holder({ role: 'township' }), 'household.read', { path })).toBe(true)
  })

  test('assigned is to me alone', () => {
    const worker = holder({ role: 'worker', divisions: ['341702-01'] })
    expect(inScope(worker, 'household.read', { path, assignees: [me] })).toBe(true)
    expect(inScope(worker, 'household.read', { path, assignees: ['b'.repeat(64)] })).toBe(false)
    expect(inScope(worker, 'household.read', { path })).toBe(false)
  })

  test('referred is to my provider alone', () => {
    const provider = holder({ role: 'provider', provider: 'one' })
    expect(inScope(provider, 'household.read', { path, providers: ['one'] })).toBe(true)
    expect(inScope(provider, 'household.read', { path, providers: ['two'] })).toBe(false)
    expect(inScope(holder({ role: 'provider' }), 'household.read', { path, providers: [] })).toBe(false)
    expect(inScope(provider, 'household.read', { path, assignees: [me] })).toBe(false)
  })

  test('a second role opens only what it reaches itself', () => {
    const both = holder({ role: 'auditor' }, { role: 'township', divisions: ['341702-01'] })
    expect(readable(both, 'household.read', { path })).toBe('personal')
    expect(readable(both, 'household.read', { path: ['341702', '341702-02', 'x'] })).toBe('internal')
    expect(maskFor(both, 'personal', 'household.read', { path })).toBe(false)
    expect(maskFor(both, 'personal', 'household.read', { path: ['341702', '341702-02', 'x'] })).toBe(true)
  })

  test('lists are bounded by the divisions of the grants', () => {
    expect(
      divisionsOf(
        holder({ role: 'township', divisions: ['a', 'b'] }, { role: 'county.admin', divisions: ['b', 'c'] }),
        'queue.read',
      ),
    ).toEqual(['a', 'b', 'c'])
    expect(divisionsOf(holder({ role: 'admin' }), 'queue.read')).toBe('all')
    expect(divisionsOf(holder({ role: 'township' }), 'queue.read')).toBe('all')
    expect(divisionsOf(holder({ role: 'worker', divisions: ['a'] }), 'queue.read')).toEqual([])
  })
})

test('masks rise with sensitivity, and what is not permitted is masked whole', () => {
  const masked = (role: Role) => sensitivities.map((level) => maskFor(holder({ role }), level))
  expect(masked('township')).toEqual([false, false, false, true])
  expect(masked('auditor')).toEqual([false, false, true, true])
  expect(masked('office')).toEqual([true, true, true, true])
})
