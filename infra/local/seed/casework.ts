import { localDate } from '#forms/standards'
import { advanceCase } from '../../../functions/casework/advance.ts'
import { registerHousehold } from '../../../functions/casework/index.ts'
import { openCase } from '../../../functions/casework/open-case.ts'
import { registerProvider } from '../../../functions/casework/provider.ts'
import { providers } from '../people.ts'
import { assess, confirm } from './assessments.ts'
import { type DemoHousehold, demoHouseholds, townshipOf } from './households.ts'
import { inventedIdNumber } from './id-number.ts'
import { demoId } from './ids.ts'
import { type Ground, memberOf, storeAs, storeOf } from './place.ts'
import { type DemoCase, demoCases, teamOf } from './plan.ts'

/** A local morning so many days ago; less than 0 lies ahead. */
export type Ago = (days: number) => Date

/** Ids do not move with the day on which the demo data is made. */
const epoch = new Date('2026-01-05T01:00:00Z')

/** Households, cases, assessments and referrals of the demo Chizhou. Repeating it finds everything as it stands. */
export const seedCasework = async (ground: Ground, ago: Ago): Promise<void> => {
  const city = await storeOf(ground, '341700')
  for (const { id, name } of providers) await registerProvider(city, id, { name, type: 'social-work', mode: 'purchase' })
  for (const [serial, household] of demoHouseholds.entries())
    await register(ground, household, serial, ago(20))
  for (const one of demoCases) await work(ground, one, ago)
}

export const householdId = (key: string): string => demoId(`household ${key}`, epoch)
const personId = (key: string, at: number): string => demoId(`person ${key} ${at}`, epoch)
const caseId = (key: string): string => demoId(`case ${key}`, epoch)

const register = async (
  ground: Ground,
  { key, village, address, people }: DemoHousehold,
  serial: number,
  at: Date,
): Promise<void> => {
  const township = townshipOf(village)
  const store = await storeAs(ground, teamOf(township).worker)
  const request = {
    id: householdId(key),
    township,
    village,
    address,
    lawfulBasis: 'statutory_duty' as const,
    noticeVersion: '2026-1',
    people: people.map((person, index) => ({
      id: personId(key, index),
      name: person.name,
      idNumber: inventedIdNumber(person.born, serial * 20 + index * 2 + (person.sex === '男' ? 1 : 2)),
      ...(person.guardian === undefined && {
        phone: `100-0000-${String(serial * 10 + index).padStart(4, '0')}`,
      }),
      relation: person.relation,
      traits: [...person.traits],
      ...(person.objectClass !== undefined && { objectClass: person.objectClass }),
      ...(person.guardian !== undefined && { guardian: person.guardian }),
    })),
  }
  await registerHousehold(store, request, () => at)
}

/** Takes a case as far as the plan says, each step by the person whose step it is. */
const work = async (ground: Ground, one: DemoCase, ago: Ago): Promise<void> => {
  const family = demoHouseholds.find(({ key }) => key === one.household)
  if (!family) throw new Error(`no demo household ${one.household}`)
  const household = householdId(family.key)
  const team = teamOf(townshipOf(family.village))
  const worker = one.state === 'visit' && one.worker ? one.worker : team.worker
  const clerk = await storeAs(ground, team.township)
  const persons = family.people.flatMap(({ objectClass }, at) =>
    objectClass === undefined ? [] : [personId(family.key, at)],
  )
  const due = one.state === 'visit' ? one.due : 10
  const opened = await openCase(
    clerk,
    household,
    {
      id: caseId(family.key),
      programme: 'material-and-service',
      persons,
      source: one.source,
      ...(one.state !== 'waiting' && {
        assignee: memberOf(ground, worker),
        partner: memberOf(ground, team.village),
        due: localDate(ago(-due)),
      }),
    },
    () => ago(12),
  )
  if (one.state === 'waiting' || one.state === 'visit' || opened.replayed) return
  const signed = await assess(
    ground,
    { household, case: caseId(family.key), worker, village: team.village },
    ago(3),
  )
  if (one.state === 'awaiting-second') return
  await confirm(ground, household, signed, team.village, ago(2))
  let { rev } = opened.case
  const step = async (subject: string, action: object): Promise<void> => {
    const store = await storeAs(ground, subject)
    const asked = { ...action, household } as Parameters<typeof advanceCase>[3]
    ;({ rev } = await advanceCase(store, caseId(family.key), rev, asked, () => ago(1)))
  }
  await step(worker, { action: 'assess' })
  await step(team.township, { action: 'decide', approved: true })
  await step(team.township, { action: 'refer', provider: one.provider })
  await step(team.township, { action: 'start' })
}
