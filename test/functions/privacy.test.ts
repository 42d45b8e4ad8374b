import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ulid } from 'ulid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RoleGrant } from '../../functions/api/contract/index.ts'
import {
  advanceCase,
  confirmAssessment,
  openCase,
  openHousehold,
  registerHousehold,
  registerProvider,
  searchPerson,
  submitAssessment,
  unmask,
} from '../../functions/casework/index.ts'
import { memberId, memberships } from '../../functions/identity/index.ts'
import { serviceTenant } from '../../functions/identity/service.ts'
import { connect, keys, memberContext, memoryRing, openStore } from '../../functions/store/index.ts'
import { startTable } from '../../infra/local/table/index.ts'
import { createTable } from '../../infra/table.ts'
import { chizhou, putRelease } from './casework/city.ts'
import { idNumber } from './casework/people.ts'
import { selfCareAnswers, visitAnswers } from './casework/visit.ts'

/** Whatever names, finds or tells on a person in this file. None of it may be on disk. */
const secret = {
  name: '欧阳蔚然',
  child: '欧阳小禾',
  guardian: '司徒明朗',
  idNumber: idNumber(4242, '19380214'),
  childNumber: idNumber(4343, '20180301'),
  phone: '100-0000-7391',
  address: '梧桐里七弄三十九号西厢',
  findings: '老人左腿骨折卧床已经三个月',
  caregiver: '诸葛素心',
  note: '洗澡时须两人搀扶方能站立',
  worker: '东方晓白',
  village: '令狐远山',
  township: '南宫思齐',
  reason: '邻居尉迟反映老人已经住院',
} as const

const city = '341700'
const clock = () => new Date('2026-11-23T01:00:00Z')
const folder = mkdtempSync(join(tmpdir(), 'yihu-privacy-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Every file of the folder as it is now: the database, and its write-ahead log while it is open. */
const files = (): readonly Buffer[] => readdirSync(folder).map((name) => readFileSync(join(folder, name)))

/** A text as any careless writer could have put it down. */
const writings = (text: string): readonly Buffer[] => {
  const swapped = Buffer.from(text, 'utf16le').swap16()
  const escaped = [...text].map((sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')
  const spellings = [text, text.toLowerCase(), escaped, escaped.toUpperCase(), encodeURIComponent(text)]
  const base64 = [0, 1, 2].map((shift) => {
    const coded = Buffer.concat([Buffer.alloc(shift), Buffer.from(text)]).toString('base64')
    return coded.slice(shift === 0 ? 0 : 4, -4)
  })
  return [...[...spellings, ...base64].map((one) => Buffer.from(one)), Buffer.from(text, 'utf16le'), swapped]
}

const found = (texts: readonly string[]): readonly string[] => {
  const bytes = files()
  return texts.filter((text) => writings(text).some((one) => bytes.some((file) => file.includes(one))))
}

/** What may stand there in clear, so that a search that finds nothing at all is found out. */
const inClear = { household: ulid(), case: ulid(), provider: '演示服务中心' }
let open: readonly string[]
let openControls: readonly string[]

beforeAll(async () => {
  const table = await startTable({ file: join(folder, 'table.sqlite') })
  await createTable(table.endpoint)
  const link = connect({ table: 'yihu', endpoint: table.endpoint, clock })
  const ring = memoryRing()
  const desk = await openStore(serviceTenant(city, 'test'), link, ring)
  await putRelease(desk, chizhou())
  await registerProvider(desk, 'p-1', { name: inClear.provider, type: 'social-work', mode: 'purchase' })
  const members = memberships(link)
  const join_ = async (subject: string, name: string, grant: RoleGrant) => {
    const id = memberId('https://issuer.test', subject)
    const item = { roles: [grant], name: desk.seal(name, memberContext(id)) }
    await desk.write([{ put: keys.memberKey(id), item, expect: 'absent' }])
    const tenant = await members.city({ issuer: 'https://issuer.test', subject }, city)
    if (!tenant) throw new Error('not admitted')
    return { id, store: await openStore(tenant, link, ring) }
  }
  const divisions = ['341702-01']
  const township = await join_('t', secret.township, { role: 'township', divisions })
  const worker = await join_('w', secret.worker, { role: 'worker', divisions })
  const village = await join_('v', secret.village, { role: 'village', divisions })

  const person = ulid()
  const { household } = inClear
  await registerHousehold(
    township.store,
    {
      id: household,
      township: '341702-01',
      village: '341702-01-001',
      address: secret.address,
      lawfulBasis: 'statutory_duty',
      noticeVersion: '2026-1',
      people: [
        {
          id: person,
          name: secret.name,
          idNumber: secret.idNumber,
          phone: secret.phone,
          relation: '户主',
          traits: ['disabled-elder'],
          objectClass: 'tekun',
        },
        {
          id: ulid(),
          name: secret.child,
          idNumber: secret.childNumber,
          relation: '孙辈',
          traits: ['minor'],
          guardian: secret.guardian,
        },
      ],
    },
    clock,
  )
  const pair = { assignee: worker.id, partner: village.id }
  const opened = { programme: 'material-and-service', persons: [person], source: 'window', ...pair }
  await openCase(township.store, household, { id: inClear.case, ...opened }, clock)
  const forms = [
    {
      form: 'visit',
      answers: {
        ...visitAnswers(),
        members: [
          { ...(visitAnswers()['members'] as object[])[0], name: secret.name, idNumber: secret.idNumber },
        ],
        caregiver: 'partly',
        caregiverName: secret.caregiver,
        findings: secret.findings,
      },
    },
    { form: 'self-care', person, answers: selfCareAnswers({ note: secret.note }) },
  ]
  for (const form of forms) {
    const id = ulid()
    const asked = {
      id,
      case: inClear.case,
      release: 1,
      investigators: [worker.id, village.id],
      startedAt: '2026-11-20T02:00:00Z',
      finishedAt: '2026-11-20T03:00:00Z',
      ...form,
    }
    await submitAssessment(worker.store, household, asked, clock)
    await confirmAssessment(village.store, household, id, clock)
  }
  const act = async (body: Parameters<typeof advanceCase>[3], by = township) => {
    const file = await openHousehold(township.store, household, clock)
    await advanceCase(by.store, inClear.case, file.cases[0]?.rev ?? 0, body, clock)
  }
  await act({ action: 'assess', household }, worker)
  await act({ action: 'decide', household, approved: true })
  await act({ action: 'refer', household, provider: 'p-1' })
  await act({ action: 'stop', household, reason: secret.reason })
  await unmask(township.store, household, { path: `people.${person}.phone`, reason: secret.reason }, clock)
  await searchPerson(township.store, { idNumber: secret.idNumber }, clock)

  open = found(Object.values(secret))
  openControls = found(Object.values(inClear))
  link.close()
  await table.stop()
})

test('nothing of a person or of staff is on disk in clear while the system runs, write-ahead log included', () => {
  expect(readdirSync(folder).length).toBeGreaterThan(0)
  expect(openControls).toEqual(Object.values(inClear))
  expect(open).toEqual([])
})

test('nor after a checkpoint and an end', () => {
  expect(found(Object.values(inClear))).toEqual(Object.values(inClear))
  expect(found(Object.values(secret))).toEqual([])
})

test('digits of an id number or a phone are not there without their signs either', () => {
  const digits = [secret.phone, secret.idNumber, secret.childNumber].map((one) => one.replaceAll(/\D/g, ''))
  expect(found(digits)).toEqual([])
})
