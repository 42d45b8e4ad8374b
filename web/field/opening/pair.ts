/** Who visits, and by when, as it stands on the screen; empty where nothing is said. */
export type PairEntry = { readonly assignee: string; readonly partner: string; readonly due: string }

const DAY = 86_400_000
/** Where a city has set no term for the visit. */
const usualDays = 10

const daysAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10)

/** The day by which a visit is due where nobody says another one. */
export const usualDue = (
  stages: readonly { readonly key: string; readonly dueDays: number | null }[],
  today: string,
): string => daysAfter(today, stages.find(({ key }) => key === 'visit')?.dueDays ?? usualDays)

export const lastDue = (today: string): string => daysAfter(today, 366)

export const dueInOrder = (due: string, today: string): boolean =>
  due === '' || (due >= today && due <= lastDue(today))

/** What of a pair is sent. */
export const pairRequest = ({ assignee, partner, due }: PairEntry) => ({
  ...(assignee !== '' && { assignee }),
  ...(assignee !== '' && partner !== '' && { partner }),
  ...(due !== '' && { due }),
})
