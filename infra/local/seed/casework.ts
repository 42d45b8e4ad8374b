import { localDate } from '#forms/standards'
import { advanceCase } from '../../../functions/casework/advance.ts'
import type { CaseActionInput } from '../../../functions/casework/case-request.ts'
import { registerHousehold } from '../../../functions/casework/index.ts'
import { openCase } from '../../../functions/casework/open-case.ts'
import { registerProvider } from '../../../functions/casework/provider.ts'
import { providers } from '../people.ts'
import { assess, confirm, type Visit } from './assessments.ts'
import {
  caseId,
  type DemoHousehold,
  demoHouseholds,
  householdId,
  peopleOf,
  townshipOf,
} from './households.ts'
import { type Ground, memberOf, storeAs, storeOf } from './place.ts'
import { type DemoCase, demoCases, teamOf } from './plan.ts'

/** A local morning so many days ago; less than 0 lies ahead. */
export type Ago = (days: number) => Date

/** Households, cases, assessments and referrals of the demo Chizhou. Repeating it finds everything as it stands. */
export const seedCasework = async (ground: Ground, ago: Ago): Promise<void> => {
  const city = await storeOf(ground, '341700')
  for (const { id, name } of providers)
    await registerProvider(city, id, { name, type: 'social-work', mode: 'purchase' })
  for (const household of demoHouseholds) await register(ground, household, ago(20))
  for (const one of demoCases) await work(ground, one, ago)
}

const register = async (ground: Ground, household: DemoHousehold, at: Date): Promise<void> => {
  const { key, village, address } = household
  const township = townshipOf(village)
  const store = await storeAs(ground, teamOf(township).worker)
  const people = peopleOf(household).map(
    ({ id, name, idNumber, phone, relation, traits, objectClass, guardian }) => ({
      id,
      name,
      idNumber,
      relation,
      traits: [...traits],
      ...(phone !== undefined && { phone }),
      ...(objectClass !== undefined && { objectClass }),
      ...(guardian !== undefined && { guardian }),
    }),
  )
  const where = { township, village, address }
  const request = {
    id: householdId(key),
    ...where,
    lawfulBasis: 'statutory_duty',
    noticeVersion: '2026-1',
    people,
  } as const
  await registerHousehold(store, request, () => at)
}

/** Takes a case as far as the plan says, each step by the person whose step it is. */
const work = async (ground: Ground, one: DemoCase, ago: Ago): Promise<void> => {
  const family = demoHouseholds.find(({ key }) => key === one.household)
  if (!family) throw new Error(`no demo household ${one.household}`)
  const team = teamOf(townshipOf(family.village))
  const visit: Visit = {
    household: householdId(family.key),
    case: caseId(family.key),
    worker: one.state === 'visit' && one.worker ? one.worker : team.worker,
    village: team.village,
    people: peopleOf(family).filter(({ objectClass }) => objectClass !== undefined),
  }
  const due = 'due' in one ? one.due : 7
  const opened = await openCase(
    await storeAs(ground, team.township),
    visit.household,
    {
      id: visit.case,
      programme: 'material-and-service',
      persons: visit.people.map(({ id }) => id),
      source: one.source,
      ...(one.state !== 'waiting' && {
        assignee: memberOf(ground, visit.worker),
        partner: memberOf(ground, visit.village),
        due: localDate(ago(-due)),
      }),
    },
    () => ago(12),
  )
  if (one.state === 'waiting' || one.state === 'visit') return
  const sent = await assess(ground, visit, ago(3))
  if (one.state === 'awaiting-second') return
  await confirm(ground, visit, sent, ago(2))
  let { rev, stage } = opened.case
  const step = async (subject: string, action: CaseActionInput): Promise<void> => {
    ;({ rev, stage } = await advanceCase(await storeAs(ground, subject), visit.case, rev, action, () =>
      ago(1),
    ))
  }
  const { household } = visit
  if (stage === 'awaiting-visit') await step(visit.worker, { action: 'assess', household })
  if (stage === 'awaiting-review') await step(team.township, { action: 'decide', household, approved: true })
  if (stage === 'confirmed') await step(team.township, { action: 'refer', household, provider: one.provider })
  if (stage === 'referred') await step(team.township, { action: 'start', household })
}
