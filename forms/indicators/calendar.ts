import type { OwedReport, Programmes } from '../catalogue/index.ts'

type Programme = Programmes['programmes'][number]

/** A local date lies in the window in which services count (S0-28); without a window every day does. */
export const inWindow = ({ window }: Pick<Programme, 'window'>, date: string): boolean =>
  window === null || (window.from <= date && date <= window.to)

/** One report that is owed: for a month, half-year or year by its last day, or once. */
export type Owed = {
  readonly key: string
  readonly name: string
  /** `2024-06`, `2024-H1`, `2024`; empty for what is owed once. */
  readonly period: string
  /** Last day to hand it in; `null` = no day is stated. */
  readonly due: string | null
  readonly state: 'done' | 'open' | 'overdue'
}

/** A report that was handed in. */
export type HandedIn = { readonly key: string; readonly period: string }

const months = { month: 1, 'half-year': 6, year: 12 } as const

const lastDay = (year: number, month: number): string =>
  new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)

const periodsOf = (every: keyof typeof months, from: string, to: string) => {
  const size = months[every]
  const found: { readonly period: string; readonly ends: string }[] = []
  const start = Number(from.slice(0, 4)) * 12 + Number(from.slice(5, 7)) - 1
  for (let at = start - (start % size); ; at += size) {
    const year = Math.floor(at / 12)
    const month = (at % 12) + 1
    const begins = `${year}-${String(month).padStart(2, '0')}-01`
    if (begins > to) return found
    const name =
      every === 'month' ? begins.slice(0, 7) : every === 'year' ? `${year}` : `${year}-H${month < 7 ? 1 : 2}`
    const last = lastDay(year, month + size - 1)
    found.push({ period: name, ends: last < to ? last : to })
  }
}

/**
 * Every report that a programme owes within its window, in order of its list (S0-04, S0-05). One without a day of its
 * own is owed by the end of its period, or of the window; overdue from the day after. A programme without a window owes
 * by `due` alone.
 */
export const reportsOwed = (
  { reports = [], window }: Pick<Programme, 'reports' | 'window'>,
  handedIn: readonly HandedIn[],
  today: string,
): readonly Owed[] => {
  const owed = ({ key, name }: OwedReport, period: string, due: string | null): Owed => {
    const done = handedIn.some((one) => one.key === key && one.period === period)
    const state = done ? 'done' : due !== null && today > due ? 'overdue' : 'open'
    return { key, name, period, due, state }
  }
  return reports.flatMap((report) =>
    report.every === 'once' || window === null
      ? [owed(report, '', report.due ?? window?.to ?? null)]
      : periodsOf(report.every, window.from, window.to).map(({ period, ends }) => owed(report, period, ends)),
  )
}
