import { describe, expect, test } from 'vitest'
import { catalogueFindings, type Division, divisionPath, profile } from '../../../forms/catalogue/index.ts'
import { bounded } from '../bounded.ts'
import { demoChizhou } from '../packs/disk.ts'

const { divisions } = profile.parse(demoChizhou['profile'])

describe('divisionPath', () => {
  test('runs from the county down', () => {
    expect(divisionPath(divisions, '341702-0101')).toEqual(['341702', '341702-01', '341702-0101'])
    expect(divisionPath(divisions, '341702')).toEqual(['341702'])
  })

  test('a functional zone is first level like a county', () => {
    expect(divisionPath(divisions, '341700-jhs-0101')).toEqual([
      '341700-jhs',
      '341700-jhs-01',
      '341700-jhs-0101',
    ])
  })

  test('an unknown code and the city itself have no path', () => {
    expect(divisionPath(divisions, '341700')).toEqual([])
    expect(divisionPath(divisions, '110101')).toEqual([])
  })

  test('a tree that runs in circles ends', () => {
    const one = (code: string, parent: string): Division => ({
      code,
      name: code,
      kind: 'township',
      parent,
      standard: 'local',
    })
    expect(divisionPath([one('111111', '222222'), one('222222', '111111')], '111111')).toHaveLength(2)
  })
})

test('the largest tree is examined in the time of a request, villages, circles and all', () => {
  const parsed = profile.parse(demoChizhou['profile'])
  const { city } = parsed
  const one = (code: string, kind: Division['kind'], parent: string): Division => ({
    code,
    name: code,
    kind,
    parent,
    standard: 'local',
  })
  const many: Division[] = [
    one('341799', 'county', city),
    ...Array.from({ length: 999 }, (_, n) => one(`341799-${n}`, 'township', '341799')),
    ...Array.from({ length: 19_000 }, (_, n) =>
      one(`341799-${n % 999}-${n}`, 'village', `341799-${n % 999}`),
    ),
  ]
  const findings = bounded(() => catalogueFindings({ profile: { ...parsed, divisions: many } }), 5_000)
  expect(findings.filter(({ code }) => code.startsWith('parent') || code === 'code-repeated')).toEqual([])
})
