import { describe, expect, it } from 'vitest'
import type { Me, Role, RoleGrant } from '../../../functions/api/contract/index.ts'
import { inScope, policy } from '../../../functions/identity/policy.ts'
import { may, offers, oversees, within } from '../../../web/field/may.ts'

const me = (...roles: readonly RoleGrant[]): Me => ({
  subject: 's',
  name: 'n',
  memberships: [{ kind: 'city', code: '341700', name: '池州市', roles }],
})
const every: readonly Role[] = [
  'admin',
  'county.admin',
  'township',
  'worker',
  'village',
  'provider',
  'auditor',
]

describe('what is offered', () => {
  it.each(offers)('%s is offered to the roles of the policy, and to no other', (offer) => {
    const offered = every.filter((role) => may(me({ role }), '341700', offer))
    expect(offered.toSorted()).toEqual(Object.keys(policy[offer].roles).toSorted())
    expect(offered.length).toBeGreaterThan(0)
  })

  it('holds in the own city and divisions alone', () => {
    const worker = me({ role: 'worker', divisions: ['341702-12'] })
    const there = ['341702', '341702-12', 'village']
    expect(may(worker, '341700', 'household.create', there)).toBe(true)
    expect(may(worker, '341700', 'household.create', ['341702', '341702-13', 'village'])).toBe(false)
    expect(may(worker, '349901', 'household.create')).toBe(false)
    expect(may(undefined, '341700', 'household.create')).toBe(false)
  })

  it('gathers the divisions of those roles alone: an auditor’s whole city is no ground to register in', () => {
    const both = me(
      { role: 'auditor' },
      { role: 'village', divisions: ['a'] },
      { role: 'worker', divisions: ['a', 'b'] },
    )
    expect(within(both, '341700', 'household.create')).toEqual(['a', 'b'])
    expect(within(me({ role: 'township' }), '341700', 'household.create')).toBeUndefined()
    expect(within(me({ role: 'auditor' }), '341700', 'household.create')).toEqual([])
  })

  it('knows who sees a household whoever works on it, as the policy does', () => {
    const path = ['341702', '341702-12', 'village']
    for (const role of every) {
      const grants: readonly RoleGrant[] = [{ role, divisions: ['341702-12'] }]
      const seen = inScope({ member: 'm', roles: grants }, 'household.change', { path })
      if (role === 'township' || seen) expect(oversees(me(...grants), '341700', path), role).toBe(seen)
      expect(oversees(me(...grants), '341700', ['else']), role).toBe(false)
    }
  })
})
