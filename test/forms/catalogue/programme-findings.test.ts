import { describe, expect, test } from 'vitest'
import { catalogueFindings, documentSchemas } from '../../../forms/catalogue/index.ts'
import { load } from '../packs/disk.ts'

const { documents } = load('310000-bridge')
type Path = readonly (string | number)[]
/** A copy of the documents with one value put at a path of one of them. */
const withValue = (name: string, path: Path, value: unknown) => {
  const copy = structuredClone(documents) as Record<string, unknown>
  let at = copy[name] as Record<string | number, unknown>
  for (const step of path.slice(0, -1)) at = at[step] as Record<string | number, unknown>
  at[path.at(-1) ?? ''] = value
  return copy
}
const wrong = (name: string, path: Path, value: unknown) =>
  catalogueFindings(withValue(name, path, value))
    .filter(({ level, code }) => level === 'error' && code !== 'form-unknown')
    .map(({ document, pointer, code }) => [document, pointer, code])

describe('what a programme refers to', () => {
  const budget: Path = ['programmes', 0, 'budget']

  test('stands as it is', () => expect(wrong('programmes', ['schema'], 1)).toEqual([]))

  test.each<[string, Path, unknown, string, string?]>([
    ['programmes', [...budget, 'fund'], 'gold', 'fund-unknown'],
    ['programmes', [...budget, 'topUp', 'fund'], 'gold', 'fund-unknown'],
    ['programmes', [...budget, 'limit'], 'no-such', 'indicator-unknown'],
    ['programmes', ['programmes', 0, 'window', 'to'], '2024-05-31', 'days-reversed'],
    ['programmes', ['programmes', 0, 'phases', 2, 'to'], '2024-12-31', 'days-reversed'],
    ['programmes', ['programmes', 0, 'reports', 1, 'key'], 'monthly', 'key-repeated'],
    ['indicators', ['indicators', 1, 'denominator'], null, 'denominator-kind'],
    ['indicators', ['indicators', 0, 'kind'], 'ratio', 'denominator-kind', '/indicators/0/denominator'],
    ['indicators', ['indicators', 1, 'kind'], 'count', 'denominator-kind', '/indicators/1/denominator'],
    ['profile', ['visitTypes', 1, 'key'], 'project', 'key-repeated'],
    ['catalogue', ['items', 0, 'tiers'], ['basic', 'royal'], 'tier-unknown', '/items/0/tiers/1'],
  ])('%s %j may not be %j', (name, path, value, code, pointer = `/${path.join('/')}`) => {
    expect(wrong(name, path, value)).toEqual([[name, pointer, code]])
  })

  test('a form that a visit makes a task of must say whom it is about', () => {
    const about = (form: string, subject?: string) =>
      catalogueFindings({ ...documents, [`form:${form}`]: { key: form, ...(subject && { subject }) } })
        .filter(({ code }) => code === 'subject-visit')
        .map(({ level, document, pointer, message }) => [level, document, pointer, message])
    const message = '入户调查时要填写这张表，请把它的填写对象设为“户”。'
    expect(about('visit')).toEqual([['error', 'form:visit', '/subject', message]])
    expect(about('visit', 'person')).toHaveLength(1)
    expect(about('visit', 'household')).toEqual([])
    expect(about('group')).toEqual([])
    // No programme of this city lists it.
    expect(about('self-care')).toEqual([])
  })

  test('a form that a stage or a report asks for must be there', () => {
    const found = catalogueFindings({
      ...withValue('profile', ['stages', 0, 'forms'], ['nowhere']),
      'form:report': {},
    }).filter(({ code }) => code === 'form-unknown')
    expect(
      found.some(({ pointer, document }) => document === 'profile' && pointer === '/stages/0/forms/0'),
    ).toBe(true)
    expect(found.some(({ message }) => message.includes('“report”'))).toBe(false)
    const other = withValue('programmes', ['programmes', 0, 'reports', 0, 'form'], 'gone')
    expect(catalogueFindings(other).some(({ pointer }) => pointer === '/programmes/0/reports/0/form')).toBe(
      true,
    )
  })
})

describe('values that no programme can have', () => {
  test.each<[keyof typeof documentSchemas, Path, unknown]>([
    ['programmes', ['programmes', 0, 'budget', 'total'], 1_800_000.5],
    ['programmes', ['programmes', 0, 'budget', 'total'], -1],
    ['programmes', ['programmes', 0, 'budget', 'categories'], []],
    ['programmes', ['programmes', 0, 'budget', 'barred', 0, 'unless'], 'king'],
    ['programmes', ['programmes', 0, 'reports', 0, 'every'], 'week'],
    ['programmes', ['programmes', 0, 'reports', 3, 'due'], '2025-02-30'],
    ['programmes', ['programmes', 0, 'transfer', 'budgetFollows'], 'yes'],
    ['programmes', ['counting', 'same'], []],
    ['programmes', ['counting', 'same', 0], 'weather'],
    ['providers', ['preferred', 'rating'], 6],
    ['providers', ['filings', 0, 'to'], 'applicant'],
    ['indicators', ['indicators', 0, 'kind'], 'mean'],
    ['indicators', ['indicators', 0, 'target', 'value'], -1],
    ['profile', ['posts', 0, 'role'], 'boss'],
    ['profile', ['visitTypes', 0, 'metric'], ''],
    ['catalogue', ['tiers', 0, 'by'], 'applicant'],
    ['profile', ['todo', 3, 'source'], { paper: 'S0', rule: 'S1-01' }],
  ])('%s %j may not be %j', (name, path, value) => {
    const { schema } = documentSchemas[name]
    expect(schema.safeParse(documents[name]).success).toBe(true)
    expect(schema.safeParse(withValue(name, path, value)[name]).success).toBe(false)
  })
})
