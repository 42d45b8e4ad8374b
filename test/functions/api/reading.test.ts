import { ulid } from 'ulid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { keys } from '../../../functions/store/index.ts'
import { chizhou, putRelease } from '../casework/city.ts'
import { idNumber, oldPerson } from '../casework/people.ts'
import { city, confirm, startVisit, submit, type Visit, visitAnswers, visitForm } from '../casework/visit.ts'
import { type Harness, startHarness } from '../harness.ts'

let yihu: Harness
let visit: Visit
let id: string
beforeAll(async () => {
  yihu = await startHarness()
  await putRelease(await yihu.store('341700'), chizhou())
  visit = await startVisit(yihu)
  const body = visitForm(yihu, visit)
  id = body['id'] as string
  await submit(yihu, visit, body)
})
afterAll(() => yihu.stop())

const answers = visitAnswers()
const [member] = answers['members'] as Record<string, string>[]
const read = (subject: string) => yihu.as(subject, `${city}/households/${visit.household}/assessments/${id}`)
/** Audit rows stand by time, so every act gets its own second. */
const unmask = (subject: string, path: string, reason = '电话核对身份信息') => {
  yihu.clock.pass(1)
  return yihu.as(subject, `${city}/households/${visit.household}/unmask`, { body: { path, reason } })
}
const audits = async () => {
  const store = await yihu.store('341700')
  return (await store.all<Record<string, unknown>>('AUDIT#202611')) as readonly Record<string, unknown>[]
}

describe('reading an assessment', () => {
  test('opens with its own form and release after the form has changed', async () => {
    const before = await read('341700.worker')
    const changed = structuredClone(chizhou()['form:visit']) as { title: string }
    changed.title = '另一张表'
    await putRelease(await yihu.store('341700'), { ...chizhou(), 'form:visit': changed })
    const after = await read('341700.worker')
    expect(after.json).toEqual(before.json)
    expect(after.json).toMatchObject({ title: '入户调查表', release: 1 })
    const form = await yihu.as('341700.worker', `${city}/documents/${after.json.formSha}`)
    expect(form.json.title).toBe('入户调查表')
  })

  test('shows the pair everything, the township no health, the administration no person', async () => {
    const worker = await read('341700.worker')
    expect(worker.json.masked).toEqual([])
    expect(worker.json.answers.members[0].name).toBe(member?.['name'])

    const township = await read('341700.township')
    expect(township.json.masked).toEqual(
      expect.arrayContaining(['members[0].idNumber', 'members[0].health', 'householdClass', 'findings']),
    )
    expect(township.json.masked).not.toContain('members[0].name')
    expect(township.json.answers.members[0].health).toBeNull()
    expect(township.json.answers.findings).toBe('***')
    expect(township.text).not.toContain(member?.['idNumber'])
    expect(township.text).not.toContain(answers['findings'])
    const [income, eligibility] = township.json.outcomes
    expect(income).toMatchObject({ key: 'incomePerPerson', value: null })
    expect(eligibility).toMatchObject({ key: 'eligibility', value: null, level: 'eligible' })
    expect(JSON.stringify(income)).not.toContain('800')

    const auditor = await read('341700.auditor')
    expect(auditor.json.answers.members[0].name).not.toBe(member?.['name'])
    expect(auditor.text).not.toContain(member?.['name'])
    for (const outcome of auditor.json.outcomes) {
      expect(outcome.value).toBeNull()
      expect(outcome).not.toHaveProperty('label')
    }
    expect(auditor.json.answers.visitType).toBe(answers['visitType'])
  })

  test('hides in a trace what it hides in the answers', async () => {
    const told = (json: { outcomes: { trace: { from: { path: string; value: unknown }[] }[] }[] }) =>
      json.outcomes.flatMap(({ trace }) => trace.flatMap(({ from }) => from))
    const open = told((await read('341700.worker')).json).filter(({ path }) => path === 'householdClass')
    const shut = told((await read('341700.township')).json).filter(({ path }) => path === 'householdClass')
    expect(open.length).toBeGreaterThan(0)
    expect(open.some(({ value }) => value === '***')).toBe(false)
    expect(shut.every(({ value }) => value === '***')).toBe(true)
  })

  test.each(['341700.worker2', '341700.village2', '341700.township2', '341700.provider'])(
    '%s finds none',
    async (subject) => {
      expect([403, 404]).toContain((await read(subject)).status)
    },
  )
})

describe('confirming', () => {
  test('is for the second investigator alone, by own sign-in, and once', async () => {
    const mine = await startVisit(yihu)
    const body = visitForm(yihu, mine)
    await submit(yihu, mine, body)
    const sender = await confirm(yihu, mine, body['id'], '341700.worker')
    expect([sender.status, sender.json.code]).toEqual([403, 'forbidden'])
    expect((await confirm(yihu, mine, body['id'], '341700.township')).status).toBe(403)
    expect((await confirm(yihu, mine, body['id'], '341700.worker2')).status).toBe(404)
    expect((await confirm(yihu, mine, ulid())).status).toBe(404)
    const first = await confirm(yihu, mine, body['id'])
    yihu.clock.pass(60)
    const again = await confirm(yihu, mine, body['id'])
    expect([first.status, again.status]).toEqual([200, 200])
    expect(again.json).toEqual(first.json)
  })

  test('reaches the second investigator even where the case names no partner', async () => {
    const mine = await startVisit(yihu, undefined, { partner: yihu.member('341700.worker2') })
    const body = visitForm(yihu, mine)
    expect((await submit(yihu, mine, body)).status).toBe(201)
    expect((await yihu.as('341700.village', `${city}/households/${mine.household}`)).status).toBe(200)
    expect((await confirm(yihu, mine, body['id'])).status).toBe(200)
  })
})

describe('confirming after the membership has changed', () => {
  const changed = [
    ['who has left', undefined],
    ['whose role is another now', [{ role: 'provider', provider: 'p-1' }]],
    ['whose role makes no pair with the sender', [{ role: 'township', divisions: ['341702-01'] }]],
    ['whose division is another now', [{ role: 'village', divisions: ['341702-02'] }]],
  ] as const

  test.each(changed)('is not for one %s, though it is still in memory', async (who, roles) => {
    const subject = `341700.village.${who.length}`
    const grant = { role: 'village', divisions: ['341702-01'] } as const
    await yihu.seedMember(subject, { kind: 'city', code: '341700', name: '演示', roles: [grant] })
    const mine = await startVisit(yihu, undefined, { partner: yihu.member(subject) })
    const investigators = [yihu.member('341700.worker'), yihu.member(subject)]
    const one = visitForm(yihu, mine, { investigators })
    await submit(yihu, mine, one)
    expect((await yihu.as(subject, `${city}/households/${mine.household}`)).status).toBe(200)
    const store = await yihu.store('341700')
    const change = keys.memberKey(yihu.member(subject))
    const expected = { rev: 1 }
    await store.write([
      roles ? { change, set: { roles }, expect: expected } : { remove: change, expect: expected },
    ])
    const refused = await confirm(yihu, mine, one['id'], subject)
    expect([refused.status, refused.json.code]).toEqual([403, 'forbidden'])
    const row = await store.get<{ card: { status: string } }>(
      keys.assessmentKey(mine.household, String(one['id'])),
    )
    expect(row?.card.status).toBe('awaiting')
  })
})

describe('unmasking', () => {
  test('shows one value against a reason, and leaves a row without the value', async () => {
    const path = `people.${visit.person}.idNumber`
    const shown = await unmask('341700.township', path)
    expect(shown.json).toEqual({ path, text: visit.body.people[0]?.idNumber })
    const row = (await audits()).findLast((one) => one['action'] === 'unmask')
    expect(row).toMatchObject({ by: yihu.member('341700.township'), on: visit.household, detail: { path } })
    expect(JSON.stringify(row)).not.toContain(shown.json.text)
    expect(row?.['detail']).toMatchObject({ reason: expect.any(Uint8Array) })
  })

  test('shows an answer in words', async () => {
    const health = await unmask('341700.township', `assessments.${id}.members[0].health`)
    expect(health.json.text).toMatch(/\p{Script=Han}/u)
    const number = await unmask('341700.township', `assessments.${id}.members[0].idNumber`)
    expect(number.json.text).toBe(member?.['idNumber'])
  })

  test('never goes above the role, and leaves no row where it refuses', async () => {
    const before = (await audits()).length
    const path = `people.${visit.person}.idNumber`
    expect((await unmask('341700.village', path)).status).toBe(403)
    expect((await unmask('341700.auditor', path)).status).toBe(403)
    expect((await unmask('341700.township2', path)).status).toBe(404)
    expect((await unmask('341700.worker2', `assessments.${id}.findings`)).status).toBe(404)
    expect((await unmask('341700.township', path, '看看')).status).toBe(422)
    expect((await unmask('341700.township', path, '        ')).status).toBe(422)
    for (const odd of [
      'people',
      `people.${ulid()}.name`,
      `people.${visit.person}.toString`,
      `people.${visit.person}.traits`,
      `assessments.${id}.members`,
      `assessments.${ulid()}.findings`,
      'card',
    ])
      expect([odd, (await unmask('341700.township', odd)).status]).toEqual([odd, 404])
    expect((await audits()).length).toBe(before)
  })
})

describe('searching', () => {
  const search = (subject: string, number: string) => {
    yihu.clock.pass(1)
    return yihu.as(subject, `${city}/search`, { body: { idNumber: number } })
  }

  test('finds by the whole number within scope; elsewhere it answers as if there were nobody', async () => {
    const number = visit.body.people[0]?.idNumber as string
    const found = await search('341700.township', number)
    expect(found.json.found).toMatchObject({ household: { id: visit.household }, person: visit.person })
    const nobody = await search('341700.township2', idNumber(99_777, '19300101'))
    const outside = await search('341700.township2', number)
    expect(outside.status).toBe(nobody.status)
    expect(outside.json).toEqual(nobody.json)
    expect(outside.json).toEqual({ found: null })
    expect((await search('341700.worker2', number)).json).toEqual({ found: null })
    expect((await search('341700.auditor', number)).status).toBe(403)
  })

  test('takes small x and is on record without the number', async () => {
    const withX = Array.from({ length: 200 }, (_, n) => idNumber(n + 5000, '19410303')).find((one) =>
      one.endsWith('X'),
    ) as string
    const body = oldPerson()
    const people = [{ ...body.people[0], idNumber: withX } as never]
    await yihu.as('341700.township', `${city}/households`, { body: { ...body, people } })
    expect((await search('341700.township', withX.toLowerCase())).json.found).not.toBeNull()
    const row = (await audits()).findLast((one) => one['action'] === 'search')
    expect(row).toMatchObject({ on: body.id, detail: { found: true, shown: true } })
    expect(JSON.stringify(row)).not.toContain(withX)
  })

  test('refuses what is no id number', async () => {
    for (const odd of ['', '1', '999901193802150017', '9'.repeat(18)])
      expect((await search('341700.township', odd)).status).toBe(422)
  })
})
