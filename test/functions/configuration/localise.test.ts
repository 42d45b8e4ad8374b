import { describe, expect, test } from 'vitest'
import type { Division } from '#forms/catalogue'
import { packs } from '#forms/packs'
import { examine } from '#forms/release'
import { examineFor, loadPack } from '../../../functions/configuration/index.ts'
import { localise } from '../../../functions/configuration/localise.ts'

const folder = new URL('../../../forms/packs', import.meta.url).pathname
const city = '420881'
const town: Division = {
  code: '420881-01',
  name: '郢中街道',
  kind: 'township',
  parent: city,
  standard: 'local',
}
const place = { name: '钟祥市', province: '湖北省', divisions: [town] }

type Loose = Record<string, Record<string, unknown>>
const adopted = async (key: string, at = place): Promise<Loose> =>
  localise(await loadPack(folder, key), city, at) as Loose
/** What people read of a document, without the titles of papers. */
const words = (document: unknown) => JSON.stringify(document, (_, v) => (/《/.test(String(v)) ? '' : v))

describe.each(packs.map(({ key }) => key))('the pack %s, taken over by another city', (key) => {
  test('is publishable there, as a city of its own', async () => {
    const documents = await adopted(key)
    const { findings } = examineFor(city, documents)
    expect(findings.filter(({ level }) => level === 'error')).toEqual([])
    expect(documents['profile']).toMatchObject({
      city,
      name: '钟祥市',
      shortName: '钟祥',
      province: { code: '420000', name: '湖北省' },
      divisions: [town],
      demo: false,
    })
    expect(documents['disclosure']?.['to']).toBe('420000')
  })

  test('brings no price, no total and no division of the other one', async () => {
    const theirs = (await loadPack(folder, key)).documents as Loose
    const ours = await adopted(key)
    expect(ours['fees']?.['rows']).toEqual([])
    const rest = JSON.stringify(Object.entries(ours).filter(([name]) => !name.startsWith('form:')))
    expect(rest).not.toMatch(/"total":\d|"division":/)
    const { divisions } = theirs['profile'] as { readonly divisions: readonly Division[] }
    const codes = divisions.map(({ code }) => code)
    expect(codes.filter((code) => rest.includes(`"${code}"`))).toEqual([])
  })

  test('calls the other city by name only where its paper is cited', async () => {
    const { name } = (await loadPack(folder, key)).documents['profile'] as { name: string }
    const { paper, todo, ...rest } = (await adopted(key))['profile'] ?? {}
    expect(words(rest)).not.toContain(name)
    if (paper) expect(paper).toMatchObject({ reference: true, title: expect.stringContaining('') })
    expect(JSON.stringify(todo)).toContain('受理渠道')
  })

  test('without divisions says that they are to be imported, and nothing else is wrong', async () => {
    const { findings, publishable } = examine(await adopted(key, { ...place, divisions: [] }))
    expect(publishable).toBe(false)
    const errors = findings.filter(({ level }) => level === 'error')
    expect(errors.map(({ document, pointer }) => document + pointer)).toEqual(['profile/divisions'])
    expect(errors[0]?.message).toMatch(/区划.*不能少于 1/)
  })
})

test('the standing facts of Chizhou stay with Chizhou', async () => {
  const { profile, fees, ...rest } = await adopted('341700-care')
  expect(profile).toMatchObject({ hotline: null, systems: [], serviceNumber: { prefix: '钟' } })
  expect(profile?.['paper']).toMatchObject({ number: '池民社救〔2023〕38号' })
  expect(words(profile)).toContain('“钟祥民政”微信公众号')
  expect(fees?.['title']).toBe('钟祥市服务类社会救助收费标准')
  expect(JSON.stringify(profile?.['todo'])).not.toContain('贵池区')
  expect(JSON.stringify(rest['form:intake'])).not.toContain('“池州民政”')
  expect(JSON.stringify(rest['form:intake'])).toContain('原文中的“池州市”已改为“钟祥市”')
})

test('a stored case that answers with a division of the other city stays behind, and that is said', async () => {
  const pack = await loadPack(folder, '341700-care')
  const sample = (title: string, division: string) => ({ title, answers: { where: division }, expected: {} })
  const form = { schema: 1, key: 'x', title: '表', samples: [sample('甲', '341702-12'), sample('乙', '无')] }
  const moved = localise({ ...pack, documents: { ...pack.documents, 'form:x': form } }, city, place) as Loose
  expect(moved['form:x']?.['samples']).toEqual([form.samples[1]])
  expect(moved['form:x']?.['todo']).toMatchObject([
    { pointer: '/samples', message: expect.stringContaining('有 1 个样例') },
  ])
})

test('prices and documents that say nothing of a city stay as they are', async () => {
  const pack = await loadPack(folder, '341700-care')
  const before = structuredClone(pack)
  const moved = localise(pack, city, place) as Loose
  expect(pack).toEqual(before)
  for (const key of ['notice', 'objects', 'indicators', 'form:self-care'])
    expect(moved[key], key).toEqual(pack.documents[key])
})

test.each([
  ['新池州市', '“新池州民政”微信公众号', '新池州市服务类社会救助收费标准'],
  ["$'$&$`市", "“$'$&$`民政”微信公众号", "$'$&$`市服务类社会救助收费标准"],
])('the name %s is put in as it is, and once', async (name, channel, title) => {
  const { profile, fees } = await adopted('341700-care', { ...place, name })
  expect(words(profile)).toContain(channel)
  expect(fees?.['title']).toBe(title)
})
