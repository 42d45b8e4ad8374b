import { ulid } from 'ulid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chizhou, noteForm, putRelease } from '../casework/city.ts'
import { city, rowsOf, startVisit, submit, visitAnswers, visitForm } from '../casework/visit.ts'
import { type Harness, startHarness } from '../harness.ts'

let yihu: Harness
beforeAll(async () => {
  yihu = await startHarness()
  await putRelease(await yihu.store('341700'), chizhou())
})
afterAll(() => yihu.stop())

describe('refusing', () => {
  const people = (...subjects: string[]) => ({
    investigators: subjects.map((one) => yihu.member(`341700.${one}`)),
  })
  test.each<[string, () => Record<string, unknown>, number, string]>([
    ['one person alone', () => people('worker'), 422, 'investigators'],
    ['the same person twice', () => people('worker', 'worker'), 422, 'investigators'],
    ['two workers', () => people('worker', 'worker2'), 422, 'investigators'],
    ['a pair without the sender', () => people('worker2', 'village'), 422, 'investigators'],
    ['a village cadre of another township', () => people('worker', 'village2'), 422, 'investigators'],
    [
      'a stranger',
      () => ({ investigators: [yihu.member('341700.worker'), 'f'.repeat(64)] }),
      422,
      'investigators[1]',
    ],
    ['a release that does not exist', () => ({ release: 999 }), 422, 'release'],
    ['a form that is not in it', () => ({ form: 'nothing' }), 422, 'form'],
    ['a person of a household form', () => ({ person: ulid() }), 422, 'person'],
    ['an end before the start', () => ({ finishedAt: '2026-11-20T01:00:00Z' }), 422, 'startedAt'],
    ['an end in the future', () => ({ finishedAt: '2026-11-23T02:00:00Z' }), 422, 'finishedAt'],
    ['a fill of a month', () => ({ startedAt: '2026-10-20T01:00:00Z' }), 422, 'startedAt'],
    ['answers that are a list', () => ({ answers: [] }), 422, 'answers'],
    [
      'a wrong answer',
      () => ({ answers: { ...visitAnswers(), householdClass: 'king' } }),
      422,
      'answers.householdClass',
    ],
    ["another household's case", () => ({ case: ulid() }), 404, ''],
  ])('%s: nothing is stored', async (_, change, status, path) => {
    const visit = await startVisit(yihu)
    const before = await rowsOf(yihu, visit)
    const sent = await submit(yihu, visit, visitForm(yihu, visit, change()))
    expect(sent.status, sent.text).toBe(status)
    expect(sent.json.detail).toMatch(/\p{Script=Han}/u)
    if (path) expect(sent.json.errors.map((one: { path: string }) => one.path)).toContain(path)
    expect(await rowsOf(yihu, visit)).toBe(before)
  })

  test('a form that is about no household and no person is refused in plain words', async () => {
    const { subject: _, ...about } = noteForm()
    const store = await yihu.store('341700')
    const group = { ...about, key: 'group', title: '小组工作记录' }
    const release = await putRelease(store, { ...chizhou(), 'form:group': group })
    const visit = await startVisit(yihu)
    const before = await rowsOf(yihu, visit)
    for (const person of [{}, { person: visit.person }]) {
      const body = visitForm(yihu, visit, {
        form: 'group',
        release,
        answers: { findings: '小组' },
        ...person,
      })
      const sent = await submit(yihu, visit, body)
      expect(sent.status, sent.text).toBe(422)
      expect(sent.json.detail).toBe('“小组工作记录”不是为某一户或某个人填写的，不能存入家庭档案。')
      expect(sent.json.errors).toMatchObject([{ path: 'form', code: 'subject' }])
    }
    expect(await rowsOf(yihu, visit)).toBe(before)
  })

  test('names every wrong field, in grids too', async () => {
    const visit = await startVisit(yihu)
    const good = visitAnswers()
    const member = (good['members'] as object[])[0]
    const answers = { ...good, urgency: undefined, members: [{ ...member, idNumber: '12', name: '' }] }
    const sent = await submit(yihu, visit, visitForm(yihu, visit, { answers }))
    expect(sent.json.errors.map((one: { path: string }) => one.path).toSorted()).toEqual([
      'answers.members[0].idNumber',
      'answers.members[0].name',
      'answers.urgency',
    ])
    expect(sent.json.errors[0].message).toMatch(/「.+」/)
  })

  test.each<[string, number, (good: string) => string]>([
    ['text that is no JSON', 400, (good) => good.slice(0, -9)],
    [
      'a prototype among the answers',
      400,
      (good) => good.replace('"answers":{', '"answers":{"__proto__":{"a":1},'),
    ],
    [
      'a constructor in a row',
      400,
      (good) => good.replace('"members":[{', '"members":[{"constructor":{"a":1},'),
    ],
    [
      'nesting a thousand deep',
      400,
      (good) => good.replace('"answers":{', `"answers":{"deep":${'['.repeat(1000)}${']'.repeat(1000)},`),
    ],
    ['10 MB', 413, (good) => good.replace('"answers":{', `"answers":{"fill":"${'填'.repeat(3_500_000)}",`)],
    ['an unknown key', 422, (good) => good.replace('{', '{"status":"confirmed",')],
    ['another city', 422, (good) => good.replace('{', '{"city":"349901",')],
    [
      'answers that are text',
      422,
      (good) => good.replace(/"answers":\{.*\},"investigators"/, '"answers":"{}","investigators"'),
    ],
  ])('%s: nothing is stored', async (_, status, bend) => {
    const visit = await startVisit(yihu)
    const before = await rowsOf(yihu, visit)
    const good = JSON.stringify(visitForm(yihu, visit))
    const raw = bend(good)
    expect(raw).not.toBe(good)
    const headers = { 'Content-Type': 'application/json' }
    const path = `${city}/households/${visit.household}/assessments`
    const sent = await yihu.as('341700.worker', path, { raw, headers })
    expect(sent.status, sent.text).toBe(status)
    expect(sent.json.detail).toMatch(/\p{Script=Han}/u)
    expect(await rowsOf(yihu, visit)).toBe(before)
  })

  test.each(['341700.worker2', '341700.village2', '341700.township2'])(
    '%s, whose work it is not, finds nothing',
    async (subject) => {
      const visit = await startVisit(yihu)
      const body = visitForm(yihu, visit, {
        investigators: [yihu.member(subject), yihu.member('341700.village')],
      })
      const sent = await submit(yihu, visit, body, subject)
      expect([sent.status, sent.json.code]).toEqual([404, 'not-found'])
    },
  )

  test('a worker of one case does not fill the forms of another in the same household', async () => {
    const visit = await startVisit(yihu)
    const second = await yihu.as('341700.township', `${city}/households/${visit.household}/cases`, {
      body: {
        id: ulid(),
        programme: 'material-and-service',
        persons: [visit.person],
        source: 'app',
        assignee: yihu.member('341700.worker2'),
      },
    })
    const body = visitForm(yihu, visit, { case: second.json.id })
    expect((await submit(yihu, visit, body)).status).toBe(404)
  })

  test('files, as long as none can be stored', async () => {
    const form = noteForm([{ type: 'file', key: 'photo', label: '照片', input: true }])
    const release = await putRelease(await yihu.store('341700'), { ...chizhou(), 'form:visit': form })
    const visit = await startVisit(yihu)
    const answers = { findings: '一切正常', photo: [{ attachment: ulid(), sha256: 'a'.repeat(64) }] }
    const sent = await submit(yihu, visit, visitForm(yihu, visit, { release, answers }))
    expect([sent.status, sent.json.errors]).toMatchObject([
      422,
      [{ path: expect.stringMatching(/^answers\.photo/), code: 'attachment' }],
    ])
    const without = visitForm(yihu, visit, { release, answers: { findings: '一切正常' } })
    expect((await submit(yihu, visit, without)).status).toBe(201)
  })
})
