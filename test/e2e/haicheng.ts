import { ulid } from 'ulid'
import type { HouseholdRequest, Page } from '../../functions/api/contract/index.ts'
import { system } from './city.ts'
import { signIn } from './sign-in.ts'

const city = '/api/cities/210381'
/** 孤山镇: it lies directly below the city, and no villages of it are listed. */
const township = '210381-07'

export const ask = async (subject: string, path: string, sent?: object): Promise<Response> => {
  const { access_token } = await signIn(system.origin, subject)
  return fetch(`${system.origin}${city}/${path}`, {
    method: sent ? 'POST' : 'GET',
    headers: { authorization: `Bearer ${access_token}`, 'content-type': 'application/json' },
    ...(sent && { body: JSON.stringify(sent) }),
  })
}
const made = async (subject: string, path: string, sent: object): Promise<void> => {
  const answer = await ask(subject, path, sent)
  if (answer.status !== 201) throw new Error(`${path}: ${await answer.text()}`)
}

/** The id of the household of an old woman in 孤山镇, with a case that the worker visits; there is no page yet on which a township takes one in. */
export const registerOne = async (name: string): Promise<string> => {
  const person = ulid()
  const household: HouseholdRequest = {
    id: ulid(),
    township,
    village: township,
    address: '孤山镇一组 1 号',
    lawfulBasis: 'statutory_duty',
    noticeVersion: '2026-1',
    // Invented id numbers are for demo cities; this is none.
    people: [{ id: person, name, born: '1944-05-06', relation: '户主', traits: ['elder'] }],
  }
  await made('210381.township', 'households', household)
  const members = (await (await ask('210381.admin', 'members')).json()) as Page<{
    id: string
    roles: unknown
  }>
  const worker = members.items.find(({ roles }) => JSON.stringify(roles).includes('"worker"'))
  await made('210381.township', `households/${household.id}/cases`, {
    id: ulid(),
    programme: 'station',
    persons: [person],
    source: 'screening',
    ...(worker && { assignee: worker.id }),
  })
  return household.id
}
