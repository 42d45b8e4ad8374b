import { describe, expect, it } from 'vitest'
import { holidays, isLocalDate, isWorkday, workdaysAfter } from '#forms/standards'

const days = (from: string, to: string) => {
  const all: string[] = []
  for (let at = Date.parse(`${from}T00:00:00Z`); at <= Date.parse(`${to}T00:00:00Z`); at += 86_400_000)
    all.push(new Date(at).toISOString().slice(0, 10))
  return all
}
const dayAfter = (from: string, count: number) => {
  const answer = workdaysAfter(from, count)
  return answer.found ? answer.date : answer.words
}

describe('the table of holidays', () => {
  it('knows 2023 to 2026 and no year that was not announced', () => {
    expect(Object.keys(holidays)).toEqual(['2023', '2024', '2025', '2026'])
  })

  it.each(Object.entries(holidays))(
    '%s: days that exist, in order, worked days on weekends only',
    (year, one) => {
      const edges = one.off.flat()
      expect(edges).toEqual(edges.toSorted())
      for (const inYear of [...edges, ...one.worked])
        expect(isLocalDate(`${year}-${inYear}`), inYear).toBe(true)
      for (const inYear of one.worked) {
        expect([0, 6], inYear).toContain(new Date(`${year}-${inYear}T00:00:00Z`).getUTCDay())
        expect(
          one.off.some(([first, last]) => first <= inYear && inYear <= last),
          inYear,
        ).toBe(false)
      }
      expect(one.notice).toMatch(/^国办发明电〔\d{4}〕\d+号$/)
    },
  )

  it.each([
    ['2023', 249],
    ['2024', 251],
    ['2025', 248],
    ['2026', 248],
  ])('%s has %i working days', (year, count) => {
    const works = days(`${year}-01-01`, `${year}-12-31`).filter((date) => isWorkday(date))
    expect(works).toHaveLength(count)
  })
})

describe('working days', () => {
  it('S3-12 fifteen of them across 国庆, with the weekends that are worked', () => {
    expect(dayAfter('2024-09-20', 15)).toBe('2024-10-16')
    expect(dayAfter('2025-09-22', 15)).toBe('2025-10-17')
    expect(dayAfter('2026-09-18', 15)).toBe('2026-10-15')
  })

  it.each([
    ['2024-09-29', true, 'a Sunday that is worked'],
    ['2024-09-28', false, 'a Saturday'],
    ['2024-10-07', false, 'a Monday within a holiday'],
    ['2024-10-08', true, 'the Tuesday after it'],
    ['2027-01-04', undefined, 'a year that nobody has announced'],
  ])('%s is %s: %s', (date, works, _) => {
    expect(isWorkday(date)).toBe(works)
  })

  it('does not count the day of signing, be it a holiday or not', () => {
    expect(dayAfter('2025-03-03', 1)).toBe('2025-03-04')
    expect(dayAfter('2025-10-01', 1)).toBe('2025-10-09')
    expect(dayAfter('2025-03-07', 1)).toBe('2025-03-10')
  })

  it('runs into the next year, and says which year is missing instead of guessing', () => {
    expect(dayAfter('2025-12-25', 15)).toBe('2026-01-16')
    const answer = workdaysAfter('2026-12-20', 15)
    expect(answer).toMatchObject({ found: false, year: 2027 })
    expect(dayAfter('2026-12-20', 15)).toContain('2027 年的节假日安排尚未录入')
    expect(workdaysAfter('2019-05-01', 1)).toMatchObject({ found: false, year: 2019 })
  })

  it('needs nothing of a year that it does not reach', () => {
    expect(dayAfter('2026-12-01', 15)).toBe('2026-12-22')
  })

  it.each([
    ['2025-02-29', 15],
    ['20250301', 15],
    ['__proto__', 15],
    ['2025-03-03', 0],
    ['2025-03-03', -1],
    ['2025-03-03', 1.5],
    ['2025-03-03', Number.NaN],
    ['2025-03-03', 100_000],
  ])('refuses %s and %s', (from, count) => {
    expect(() => workdaysAfter(from, count)).toThrow(RangeError)
  })
})
