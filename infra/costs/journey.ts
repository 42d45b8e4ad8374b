import { readFileSync } from 'node:fs'
import { memberId } from '../../functions/identity/index.ts'
import { inventedIdNumber } from '../local/seed/id-number.ts'
import { demoId } from '../local/seed/ids.ts'
import { city, morning, type Place, realm } from './place.ts'
import { type Step, sitDown } from './sitting.ts'

/** What one assessment took, from a household that nobody knew to the clerk who reads the result. */
export type Journey = {
  readonly steps: readonly Step[]
  /** Times that somebody sat down, each met by a function that had just started. */
  readonly sittings: number
  /** Requests to STS, and to the master key. */
  readonly sessions: number
  readonly keyRequests: number
  /** Rows written that wake the jobs of the stream. */
  readonly wakes: number
  /** Bytes of the city's rows before, and how many were added. */
  readonly idleBytes: number
  readonly addedBytes: number
}

const id = (label: string): string => demoId(`costs ${label}`, morning)
const member = (subject: string): string => memberId(realm, subject)
const form = 'self-care'
const answers = (): object => {
  const file = new URL(`../../forms/packs/341700-care/form-${form}.json`, import.meta.url)
  const { samples } = JSON.parse(readFileSync(file, 'utf8'))
  const good = samples.find(
    ({ answers: given, expect }: { answers: Record<string, unknown>; expect: { errors?: unknown[] } }) =>
      !expect.errors?.length && given['walking'] === 'no',
  )
  return { ...good.answers, assessDate: '2026-11-20' }
}

const [township, worker, village] = ['341700.township', '341700.worker', '341700.village'] as const
const root = `/cities/${city}`
const household = id('household')
const person = id('person')
const visit = id('case')
const assessment = id('assessment')
const file = `${root}/households/${household}`

/**
 * Registers a household, opens its case, assesses, confirms and reads, as four people would who each sit down once.
 * Every sitting is met by a cold function: with few users that is how it is, with many it is cheaper.
 */
export const walk = async (place: Place): Promise<Journey> => {
  const idleBytes = await place.storedBytes()
  // A release that was read is remembered by the process, and here all functions share one: so that every run measures
  // the same, it has been read before.
  await (await sitDown(place, township)).ask(`${root}/releases/live`)
  const all: Awaited<ReturnType<typeof sitDown>>[] = []
  const sit = async (who: string) => {
    const one = await sitDown(place, who)
    all.push(one)
    await one.ask('/me')
    return one.ask
  }
  /** What every screen reads first: the release in use, and the documents that it needs of it. */
  const read = async (ask: (path: string) => Promise<unknown>, ...documents: readonly string[]) => {
    const release = (await ask(`${root}/releases/live`)) as {
      readonly n: number
      readonly documents: Readonly<Record<string, string>>
    }
    for (const key of documents) await ask(`${root}/documents/${release.documents[key]}`)
    return release.n
  }

  const clerk = await sit(township)
  await read(clerk, 'profile')
  await clerk(`${root}/households`, {
    id: household,
    township: '341702-12',
    village: '341702-1201',
    address: '长青村九组 9 号',
    lawfulBasis: 'statutory_duty',
    noticeVersion: '2026-1',
    people: [
      {
        id: person,
        name: '郁长庚',
        idNumber: inventedIdNumber('1941-03-12', 901),
        phone: '100-0000-0901',
        relation: '户主',
        traits: ['elder', 'living-alone'],
        objectClass: 'tekun',
      },
    ],
  })
  await clerk(`${file}/cases`, {
    id: visit,
    programme: 'material-and-service',
    persons: [person],
    source: 'window',
    assignee: member(worker),
    partner: member(village),
  })

  const visitor = await sit(worker)
  await visitor(`${root}/tasks/mine`)
  const release = await read(visitor, 'catalogue', `form:${form}`)
  await visitor(file)
  await visitor(`${file}/assessments`, {
    id: assessment,
    case: visit,
    form,
    person,
    release,
    answers: answers(),
    investigators: [member(worker), member(village)],
    startedAt: '2026-11-20T00:20:00Z',
    finishedAt: '2026-11-20T00:55:00Z',
  })

  const second = await sit(village)
  await second(`${root}/tasks/mine`)
  await read(second, `form:${form}`)
  await second(`${file}/assessments/${assessment}`)
  await second(`${file}/assessments/${assessment}/confirm`, null)

  const reader = await sit(township)
  await read(reader, `form:${form}`)
  await reader(file)
  await reader(`${file}/assessments/${assessment}`)

  return {
    steps: all.flatMap(({ steps }) => steps),
    sittings: all.length,
    sessions: all.reduce((sum, { instance }) => sum + instance.sessions.size, 0),
    keyRequests: all.reduce((sum, { instance }) => sum + instance.keyRequests, 0),
    wakes: all.reduce((sum, { instance }) => sum + instance.wakes, 0),
    idleBytes,
    addedBytes: (await place.storedBytes()) - idleBytes,
  }
}
