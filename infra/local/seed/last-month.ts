import type { FormDocument } from '#forms/definition'
import { localDate } from '#forms/standards'
import {
  advanceCase,
  openCase,
  registerHousehold,
  submitAssessment,
} from '../../../functions/casework/index.ts'
import { documentOf, liveOrRefuse } from '../../../functions/configuration/index.ts'
import { demoId } from './ids.ts'
import { type Ground, memberOf, storeAs } from './place.ts'

/** A demo city that worked in the month before this one: enough families that a figure may leave it. */
type Worked = {
  readonly city: string
  readonly township: string
  readonly village: string
  readonly objectClass: string
  readonly surnames: string
  /** How many of the families were visited in that month, the first ones. */
  readonly visited: number
}

const worked: readonly Worked[] = [
  {
    city: '349902',
    township: '349902-0201',
    village: '349902-020101',
    objectClass: 'basic',
    surnames: '蒲鄢苌郗栾亓',
    visited: 4,
  },
  {
    city: '349904',
    township: '349904-0101',
    village: '349904-010101',
    objectClass: 'dibao',
    surnames: '缪逄仝郏',
    visited: 4,
  },
]
const family = [
  ['长安', '户主'],
  ['秀英', '配偶'],
  ['立春', '子女'],
  ['立夏', '子女'],
] as const
const programme = 'service-assistance'

/** Nine in the morning in Shanghai, on a day of the month before `now`: so that the month is over, whatever the day. */
export const lastMonthOn = (now: Date, day: number): Date => {
  const [year = 0, month = 1] = localDate(now).split('-').map(Number)
  return new Date(Date.UTC(year, month - 2, day, 1))
}

/** Registers families and visits some of them, through the use cases that serve people. Repeating it changes nothing. */
export const seedLastMonth = async (ground: Ground, now: Date): Promise<void> => {
  for (const one of worked)
    for (const [at, surname] of [...one.surnames].entries()) await work(ground, one, surname, at, now)
}

const work = async (ground: Ground, one: Worked, surname: string, at: number, now: Date): Promise<void> => {
  const subject = `${one.city}.worker`
  const store = await storeAs(ground, subject)
  const [first, then] = [lastMonthOn(now, 8), lastMonthOn(now, 15)]
  const label = `last month ${one.city} ${at}`
  const household = demoId(`household ${label}`, first)
  const people = family.map(([given, relation]) => ({
    id: demoId(`person ${label} ${given}`, first),
    name: surname + given,
    relation,
    traits: [],
    objectClass: one.objectClass,
  }))
  await registerHousehold(
    store,
    {
      id: household,
      township: one.township,
      village: one.village,
      address: `演示路 ${at + 1} 号`,
      lawfulBasis: 'statutory_duty',
      noticeVersion: '2026-1',
      people,
    },
    () => first,
  )
  if (at >= one.visited) return
  const opened = await openCase(
    store,
    household,
    {
      id: demoId(`case ${label}`, first),
      programme,
      persons: people.map(({ id }) => id),
      source: 'window',
      assignee: memberOf(ground, subject),
    },
    () => first,
  )
  const { id, rev, stage } = opened.case
  if (stage !== 'awaiting-visit') return
  const release = await liveOrRefuse(store, localDate(then))
  const form = await documentOf<FormDocument>(store, release, 'form:visit')
  const sample = form?.samples?.find(({ expect }) => (expect.errors ?? []).length === 0)
  if (!sample) throw new Error(`${one.city} has no sample of a visit`)
  const day = localDate(then)
  const dated = Object.keys(sample.answers).filter((key) => key === 'checkedOn' || key === 'date')
  await submitAssessment(
    store,
    household,
    {
      id: demoId(`visit ${label}`, then),
      case: id,
      form: 'visit',
      release: release.n,
      answers: { ...sample.answers, ...Object.fromEntries(dated.map((key) => [key, day])) },
      investigators: [memberOf(ground, subject)],
      startedAt: then.toISOString(),
      finishedAt: then.toISOString(),
    },
    () => then,
  )
  await advanceCase(store, id, rev, { action: 'assess', household }, () => then)
}
