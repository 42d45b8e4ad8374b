import { openCity } from '../../../infra/tenants/open.ts'
import { chizhou, putRelease } from '../../functions/casework/city.ts'
import { city as path, selfCareForm, startVisit, submit, type Visit } from '../../functions/casework/visit.ts'
import { type Harness, places } from '../../functions/harness.ts'
import type { System } from './system.ts'

export const admin = '341700.admin'
const { township } = places

/** A city that was opened by the command and worked in: members, a household, an assessment, releases. */
export const liveIn = async (
  system: System,
): Promise<{ readonly visit: Visit; readonly assessment: string }> => {
  const ground = await system.at('341700')
  const first = { kind: 'subject', subject: admin, name: '方知远' } as const
  await openCity(ground, { name: '池州市', pack: '341700-care', first })
  await system.join('341700', '341700.township', '汪修文', [{ role: 'township', divisions: [township] }])
  await system.join('341700', '341700.worker', '柳如初', [{ role: 'worker', divisions: [township] }])
  await system.join('341700', '341700.village', '潘守田', [{ role: 'village', divisions: [township] }])
  await putRelease(await system.store('341700'), chizhou())
  const yihu = { as: system.as, member: system.member } as unknown as Harness
  const visit = await startVisit(yihu)
  const sent = await submit(yihu, visit, selfCareForm(yihu, visit))
  if (sent.status !== 201) throw new Error(sent.text)
  return { visit, assessment: sent.json.id }
}

/** What people read of it: names, the household, the assessment, all of them sealed in the table. */
export const readAll = async (system: System, { visit, assessment }: Awaited<ReturnType<typeof liveIn>>) => {
  const texts = [
    await system.as(admin, `${path}/members`),
    await system.as('341700.worker', `${path}/households/${visit.household}`),
    await system.as('341700.worker', `${path}/households/${visit.household}/assessments/${assessment}`),
    await system.as('341700.worker', `${path}/releases/live`),
    await system.as(admin, `${path}/draft`),
  ]
  return texts.map(({ status, json }) => ({ status, json }))
}

/** Rows of every type that a table holds, and of no use case. */
export const strangeRows = (city: string) => [
  {
    pk: { S: `T#${city}#STRANGE` },
    sk: { S: 'sets' },
    rev: { N: '7' },
    SS: { SS: ['a', 'b', '丙', '甲'] },
    NS: { NS: ['-1.5', '10', '9'] },
    BS: { BS: ['/w==', 'AAEC'] },
    bytes: { B: 'AAECAwQF' },
    nothing: { NULL: true },
    truth: { BOOL: false },
    big: { N: '123456789012345678901234567890.12345678' },
    deep: { M: { b: { L: [{ S: '' }, { M: {} }] }, a: { S: '\u2028 and "\n' } } },
  },
  {
    pk: { S: `T#${city}#STRANGE` },
    sk: { S: '甲\u{1f600}' },
    rev: { N: '1' },
    gsi1pk: { S: `T#${city}#STRANGE` },
    gsi1sk: { S: 'x' },
    card: { M: { title: { S: '卡' } } },
  },
  { pk: { S: `T#${city}#STRANGE` }, sk: { S: 'later' }, rev: { N: '1' }, ttl: { N: '4102444800' } },
  { pk: { S: `T#${city}#STRANGE` }, sk: { S: 'over' }, rev: { N: '1' }, ttl: { N: '1000000000' } },
]
