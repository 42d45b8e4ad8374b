import { places, providers } from '../people.ts'

/** Who works in a township: the pair that visits, and the clerk who decides and refers. */
export type Team = { readonly worker: string; readonly village: string; readonly township: string }

const yinhui: Team = { worker: '341700.worker', village: '341700.village', township: '341700.township' }
const beyond: Team = { worker: '341700.worker2', village: '341700.village2', township: '341700.township2' }

export const teamOf = (township: string): Team => (township === places.yinhui ? yinhui : beyond)

/** How far a demo case has come. `due` counts days from today: -1 is overdue since yesterday. */
export type DemoCase = { readonly household: string; readonly source: string } & (
  | { readonly state: 'waiting' }
  | { readonly state: 'visit'; readonly due: number; readonly worker?: string }
  | { readonly state: 'awaiting-second'; readonly due: number }
  | { readonly state: 'in-service'; readonly provider: string }
)

/** One of each that a worker, a clerk, a village official and a provider meet in the morning. */
export const demoCases: readonly DemoCase[] = [
  { household: 'y01', source: 'assistant', state: 'visit', due: -1 },
  { household: 'y02', source: 'assistant', state: 'visit', due: 0 },
  { household: 'y03', source: 'window', state: 'visit', due: 0 },
  { household: 'y04', source: 'window', state: 'visit', due: 2 },
  { household: 'y05', source: 'app', state: 'visit', due: 5 },
  { household: 'y06', source: 'assistant', state: 'awaiting-second', due: 0 },
  { household: 'y07', source: 'window', state: 'in-service', provider: providers[0].id },
  { household: 'y08', source: 'wechat', state: 'waiting' },
  // A colleague's case in the same township.
  { household: 'y09', source: 'window', state: 'visit', due: 3, worker: '341700.worker2' },
  { household: 'n01', source: 'assistant', state: 'visit', due: 0 },
  { household: 'n02', source: 'app', state: 'waiting' },
  { household: 'n03', source: 'window', state: 'in-service', provider: providers[1].id },
  { household: 'm01', source: 'assistant', state: 'visit', due: 1 },
]
