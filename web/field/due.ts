/** Whole days from one local date to another, both `YYYY-MM-DD`. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)

export type Due =
  | { readonly kind: 'late'; readonly count: number }
  | { readonly kind: 'today' | 'tomorrow' }
  | { readonly kind: 'in'; readonly count: number }

/** How urgent a due date is, seen from `today`. */
export function dueOf(due: string, today: string): Due {
  const days = daysBetween(today, due.slice(0, 10))
  if (days < 0) return { kind: 'late', count: -days }
  if (days === 0) return { kind: 'today' }
  if (days === 1) return { kind: 'tomorrow' }
  return { kind: 'in', count: days }
}
