import { describe, expect, test } from 'vitest'
import { indicators, metricOf } from '../../../forms/indicators/index.ts'
import { json } from '../packs/disk.ts'

const packs = ['310000-bridge', '310118-advisor', '341700-care', '210381-station', '110000-precise'] as const
const of = (pack: string) => indicators.parse(json(`${pack}/indicators.json`)).indicators
const metricsOf = (pack: string) =>
  of(pack).flatMap(({ numerator, denominator }) => [
    numerator.metric,
    ...(denominator ? [denominator.metric] : []),
  ])

describe('every figure of the five papers is counted, or says what is missing', () => {
  test.each(packs)('%s', (pack) => {
    const nobody = metricOf('nobody.knows').words
    for (const metric of metricsOf(pack)) {
      const { words } = metricOf(metric)
      expect(words, metric).not.toBe(nobody)
      expect(words, metric).toMatch(/^\p{Script=Han}.*。$/u)
    }
  })

  test('these can be told today, and no others', () => {
    const told = packs.flatMap((pack) =>
      of(pack)
        .filter(({ numerator, denominator }) =>
          [numerator, ...(denominator ? [denominator] : [])].every(
            ({ metric }) => metricOf(metric).kind === 'counted',
          ),
        )
        .map(({ key }) => `${pack.slice(0, 6)} ${key}`),
    )
    expect(told).toEqual([
      '310000 households',
      '310000 visits-per-household',
      '310118 outreach',
      '310118 referrals',
      '341700 new-followed',
      '210381 cases',
      '210381 new-visited',
      '210381 archived',
      '210381 case-followed',
      '110000 reports',
      '110000 referrals',
    ])
  })
})

test.each(['constructor', '__proto__', 'toString', ''])('%j is no metric', (name) =>
  expect(metricOf(name)).toMatchObject({ kind: 'missing' }),
)
