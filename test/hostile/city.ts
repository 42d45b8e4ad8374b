import { readFileSync } from 'node:fs'
import { ulid } from 'ulid'
import type { Route } from '../../functions/api/route.ts'
import { registerProvider } from '../../functions/casework/index.ts'
import { keys } from '../../functions/store/index.ts'
import { chizhou, putRelease } from '../functions/casework/city.ts'
import { oldPerson } from '../functions/casework/people.ts'
import { city, visitForm } from '../functions/casework/visit.ts'
import { type Ask, type Harness, places, startHarness, people as usual } from '../functions/harness.ts'
import { people } from './people.ts'
import { nameOf } from './routes.ts'

const form = (key: string) =>
  JSON.parse(readFileSync(new URL(`../../forms/packs/341700-care/form-${key}.json`, import.meta.url), 'utf8'))

/** A household with one case: who works on it, and which provider it was referred to. */
export type Home = {
  readonly household: string
  readonly person: string
  readonly case: string
  readonly assessment: string
  readonly township: string
  /** Of the person, in clear. */
  readonly idNumber: string
}

/** The needs form of the pack's own sample: one investigator is enough. */
const needsAnswers = { ...form('needs').samples[0].answers, assessDate: '2026-11-20' }

const settle = async (
  yihu: Harness,
  officer: string,
  place: { readonly township: string; readonly village: string },
  [worker, partner]: readonly [worker: string, partner?: string],
  provider: string,
): Promise<Home> => {
  const body = oldPerson(place)
  const [household, person] = [body.id, body.people[0]?.id ?? '']
  const idNumber = body.people[0]?.idNumber ?? ''
  const post = async (subject: string, path: string, asked: unknown) => {
    const { status, text, json } = await yihu.as(subject, `${city}/households${path}`, { body: asked })
    if (status !== 201) throw new Error(`no fixture: ${text}`)
    return json
  }
  await post(officer, '', body)
  const opened = await post(officer, `/${household}/cases`, {
    id: ulid(),
    programme: 'material-and-service',
    persons: [person],
    source: 'window',
    assignee: yihu.member(worker),
    ...(partner && { partner: yihu.member(partner) }),
  })
  const visit = { household, person, case: opened.id, body }
  const alone = { form: 'needs', answers: needsAnswers, investigators: [yihu.member(worker)] }
  const made = await post(worker, `/${household}/assessments`, visitForm(yihu, visit, partner ? {} : alone))

  const store = await yihu.store('341700')
  const [head, one] = await store.getAll<{ card: { due: string } }>([
    keys.householdKey(household),
    keys.caseKey(household, visit.case),
  ])
  if (!head || !one) throw new Error('no fixture: the rows are not where they should be')
  const card = { ...one.card, stage: 'referred' }
  await store.write([
    {
      change: keys.householdKey(household),
      set: {},
      card: { ...head.card, providers: [provider] },
      expect: { rev: head.rev },
    },
    {
      change: keys.caseKey(household, visit.case),
      set: { provider },
      card,
      index: keys.caseIndex(place.township, card.stage, card.due, visit.case),
      expect: { rev: one.rev },
    },
  ])
  return { household, person, case: visit.case, assessment: made.id, township: place.township, idNumber }
}

/**
 * Chizhou with four households: `mine` and `still` (worker, village, provider 1; nobody writes to the latter),
 * `colleague` (worker2, provider 2) in the same township, `away` in another. The other city has a configuration and no household.
 */
export const startCity = async () => {
  const yihu = await startHarness()
  const store = await yihu.store('341700')
  await putRelease(store, chizhou())
  await putRelease(await yihu.store('349901'), chizhou())
  for (const id of ['provider-1', 'provider-2'])
    await registerProvider(store, id, { name: '演示服务中心', type: 'social-work', mode: 'purchase' })
  const sample = { kind: 'city', code: '341700', name: '样例', roles: [{ role: 'auditor' }] } as const
  await yihu.seedMember('341700.sample', sample)
  for (const [subject, person] of Object.entries(people))
    if (!(subject in usual)) await yihu.seedMember(subject, person)
  const { township, village, otherTownship, otherVillage } = places
  const here = { township, village }
  const there = { township: otherTownship, village: otherVillage }
  const pair = ['341700.worker', '341700.village'] as const
  const mine = await settle(yihu, '341700.township', here, pair, 'provider-1')
  const still = await settle(yihu, '341700.township', here, pair, 'provider-1')
  const colleague = await settle(yihu, '341700.township', here, ['341700.worker2'], 'provider-2')
  const away = await settle(yihu, '341700.township2', there, ['341700.village2'], 'provider-2')
  const invited = await yihu.as('341700.admin', `${city}/members/invitations`, {
    body: { name: '新来的人', roles: [{ role: 'auditor' }] },
  })
  const invitation: string = invited.json.id
  const release = await store.get<{ documents: Record<string, string> }>(keys.releaseKey(1))
  return { yihu, mine, still, colleague, away, invitation, sha: release?.documents['catalogue'] ?? '' }
}
export type City = Awaited<ReturnType<typeof startCity>>

/**
 * What stands in for each path parameter, by its name. A route with a new parameter fails until its value stands here:
 * the id of something that exists in 341700 (`home` = the household that the caller may or may not reach).
 */
export const pathValues = (at: City, home: Home): { readonly [name: string]: string } => ({
  city: '341700',
  province: '340000',
  member: at.yihu.member('341700.sample'),
  invitation: at.invitation,
  household: home.household,
  case: home.case,
  assessment: home.assessment,
  person: home.person,
  stage: 'referred',
  sha256: at.sha,
  n: '1',
  a: '1',
  b: '1',
  key: 'catalogue',
  pack: '341700-care',
  provider: 'provider-1',
})

/** The address of a route, with values for its parameters. */
export const addressOf = (route: Route, values: { readonly [name: string]: string }): string =>
  route.path.replace(/:(\w+)/g, (_, name: string) => {
    const value = values[name]
    if (value === undefined)
      throw new Error(
        `${nameOf(route)} has a path parameter :${name} that test/hostile does not know. Add a value of ` +
          'something that exists to pathValues in test/hostile/city.ts.',
      )
    return encodeURIComponent(value)
  })

/** A request for a route. Revisions are always sent, so that nothing is refused for want of one. */
export const askOf = (route: Route, body?: unknown): Ask => ({
  method: route.method,
  ...(['PUT', 'PATCH', 'DELETE'].includes(route.method) && { match: 1 }),
  ...(body !== undefined && { body }),
})

/** The table keys that were named since the log was emptied and that `isOwn` does not know. */
export const strange = (at: City, isOwn: (pk: string) => boolean): string[] =>
  at.yihu.wireLog.flatMap(({ partitions }) => partitions).filter((pk) => !isOwn(pk))
