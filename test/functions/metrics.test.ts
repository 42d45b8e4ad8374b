import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Dimension, measured, metricsLog, namespace, withMetrics } from '../../functions/metrics.ts'
import { gatewayRoutes } from '../../infra/aws/api/routes.ts'
import { type Harness, places, startHarness } from './harness.ts'

type Directive = {
  Namespace: string
  Dimensions: string[][]
  Metrics: { Name: string; Unit: string }[]
}
type Line = Readonly<Record<string, unknown>> & {
  _aws: { Timestamp: number; CloudWatchMetrics: Directive[] }
}

/** What the service refuses without a word, losing the whole line: the specification of the embedded metric format. */
const faultsOf = (text: string): readonly string[] => {
  if (!text.endsWith('\n') || text.slice(0, -1).includes('\n')) return ['not one line']
  const line = JSON.parse(text) as Line
  const { Timestamp, CloudWatchMetrics } = line._aws
  const faults: string[] = []
  const must = (holds: boolean, fault: string) => holds || faults.push(fault)
  must(Number.isSafeInteger(Timestamp) && Timestamp > 1e12, 'Timestamp in milliseconds')
  must(Array.isArray(CloudWatchMetrics) && CloudWatchMetrics.length > 0, 'CloudWatchMetrics')
  for (const { Namespace, Dimensions, Metrics } of CloudWatchMetrics) {
    must(/^[\w.#/-]{1,255}$/.test(Namespace), 'Namespace')
    must(Metrics.length > 0 && Metrics.length <= 100, 'Metrics')
    for (const { Name, Unit } of Metrics) {
      must(typeof line[Name] === 'number' && Number.isFinite(line[Name]), `metric ${Name}`)
      must(['Count', 'Milliseconds'].includes(Unit), `unit ${Unit}`)
    }
    for (const set of Dimensions) {
      must(set.length > 0 && set.length <= 30, 'Dimensions')
      for (const name of set) {
        const value = line[name]
        must(typeof value === 'string' && value.length > 0 && value.length <= 1024, `dimension ${name}`)
      }
    }
  }
  return faults
}

let yihu: Harness
const texts: string[] = []
const lines = (): readonly Line[] => texts.map((text) => JSON.parse(text) as Line)
const written = (from: number) => {
  for (const line of yihu.logLines.slice(from)) metricsLog('city', (text) => texts.push(text))(line)
}

beforeAll(async () => {
  yihu = await startHarness()
  const asked = [
    ['/api/health'],
    ['/api/me', '341700.worker'],
    ['/api/cities/341700/releases/live', '341700.admin'],
    ['/api/cities/341700/households?township=341702-01', '341700.worker'],
    ['/api/cities/349901/members', '341700.admin'],
    ['/api/cities/349901/members', undefined],
    ['/api/provinces/340000/cities', '340000.office'],
    ['/api/cities/%E6%9F%B3%E5%A6%82%E5%88%9D/x', '341700.worker'],
  ] as const
  for (const [path, subject] of asked) await (subject ? yihu.as(subject, path) : yihu.fetch(path))
  await yihu.as('341700.worker', '/api/cities/341700/households', {
    method: 'POST',
    body: { name: '柳如初', township: places.township },
  })
  written(0)
})
afterAll(() => yihu?.stop())

describe('a line of the real API', () => {
  test('is one line of JSON that the service reads as metrics', () => {
    expect(texts.length).toBeGreaterThanOrEqual(9)
    for (const text of texts) expect(faultsOf(text), text).toEqual([])
    expect(faultsOf(texts[0]?.replace('"count":1', '"count":"1"') ?? '')).toEqual(['metric count'])
    expect(faultsOf(`x ${texts[0]}\n`)).toEqual(['not one line'])
  })

  test('counts by function, by route and by city, each by itself, and by nothing else', () => {
    const seen = new Set<string>()
    for (const line of lines())
      for (const { Namespace, Dimensions, Metrics } of line._aws.CloudWatchMetrics) {
        expect(Namespace).toBe(namespace)
        expect(Dimensions).toHaveLength(1)
        expect(Dimensions[0]).toHaveLength(1)
        const [by] = Dimensions[0] as [Dimension]
        expect(Metrics.map(({ Name }) => Name)).toEqual(measured[by])
        seen.add(by)
      }
    expect([...seen].sort()).toEqual(['city', 'function', 'route'])
  })

  test('counts by a city only where the caller has a place in it', () => {
    const cities = lines().flatMap((line) =>
      line._aws.CloudWatchMetrics.some(({ Dimensions }) => Dimensions[0]?.[0] === 'city')
        ? [line['city']]
        : [],
    )
    expect(new Set(cities)).toEqual(new Set(['341700']))
  })

  test('counts by what the program says, never by what somebody sent', () => {
    const known = new Set(['none', ...gatewayRoutes.map(({ path }) => path.replace(/\{(\w+)\}/g, ':$1'))])
    for (const line of lines()) {
      expect([...known].map(bare), String(line['route'])).toContain(bare(String(line['route'])))
      expect(Object.keys(line).filter((name) => /member|subject|person|household|name/i.test(name))).toEqual(
        [],
      )
    }
    for (const secret of ['柳如初', '%E6%9F%B3', '341702-01', '341700.worker'])
      expect(texts.join(''), secret).not.toContain(secret)
  })

  test('costs no more metrics than were thought of', () => {
    // Each is paid for by the month: seven for a function, three for a route, six for a city that works.
    expect(Object.fromEntries(Object.entries(measured).map(([by, list]) => [by, list.length]))).toEqual({
      function: 7,
      route: 3,
      city: 6,
    })
  })
})

/** Without what a path parameter must look like. */
const bare = (route: string): string => route.replace(/\{[^}]*\}/g, '')

describe('what a status counts as', () => {
  test.each([
    [200, 0, 0],
    [404, 0, 0],
    [422, 0, 0],
    [429, 0, 1],
    [500, 1, 0],
    [502, 1, 0],
    [503, 0, 1],
  ])('%i: %i error, %i busy', (status, errors, busy) => {
    const at = '2026-11-23T01:00:00.000Z'
    expect(withMetrics('city', { at, status, ms: 1 })).toMatchObject({ count: 1, errors, busy })
  })

  test('a line without costs, a city or a route says nothing of them', () => {
    const line = withMetrics('web', { at: '2026-11-23T01:00:00.000Z', status: 200, ms: 3 }) as Line
    expect(line._aws).toEqual({
      Timestamp: Date.parse('2026-11-23T01:00:00.000Z'),
      CloudWatchMetrics: [
        {
          Namespace: 'Yihu',
          Dimensions: [['function']],
          Metrics: ['count', 'errors', 'busy', 'ms'].map((Name) => ({
            Name,
            Unit: Name === 'ms' ? 'Milliseconds' : 'Count',
          })),
        },
      ],
    })
  })

  test('a directive without anything to measure is left out, or the service drops the whole line', () => {
    const line = withMetrics('city', { at: '2026-11-23T01:00:00.000Z', status: 500, route: '/api/x' }) as Line
    expect(line._aws.CloudWatchMetrics.map(({ Dimensions }) => Dimensions[0]?.[0])).toEqual(['function'])
  })
})
