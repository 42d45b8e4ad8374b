import { describe, expect, test } from 'vitest'
import {
  catalogue,
  catalogueFindings,
  divisionPath,
  eligible,
  objects,
  profile,
  programmes,
} from '../../../forms/catalogue/index.ts'
import { fees } from '../../../forms/fees/index.ts'
import { indicators } from '../../../forms/indicators/index.ts'
import { load } from './disk.ts'

const { documents } = load('310118-advisor')
const district = profile.parse(documents['profile'])
const list = catalogue.parse(documents['catalogue'])
const labels = (entries: readonly { label: string }[]) => entries.map(({ label }) => label)

describe('what S1 states', () => {
  test('eleven townships directly below the district, all to be verified', () => {
    const { divisions } = district
    expect(divisions.filter(({ name }) => name.endsWith('街道'))).toHaveLength(3)
    expect(divisions.filter(({ name }) => name.endsWith('镇'))).toHaveLength(8)
    expect(divisions.every(({ parent, verify }) => parent === '310118' && verify === true)).toBe(true)
    expect(divisionPath(divisions, '310118102')).toEqual(['310118102'])
  })

  test('S1-10 S1-22 six kinds of advisors, each trained first and with a badge; four levels are another thing', () => {
    expect(district.posts?.map(({ name, trainedFirst, badge }) => [name, trainedFirst, badge])).toEqual(
      ['区级专职人员', '街镇级专职人员', '社区民政干部', '专业社工', '社区志愿者', '专家团队'].map((name) => [
        name,
        true,
        true,
      ]),
    )
    expect(district.levels).toHaveLength(4)
    expect(district.posts?.some(({ note }) => note?.includes('不等于工作层级'))).toBe(true)
  })

  test('S1-03 S1-04 S1-21 five services, four kinds of protection, three lists', () => {
    expect(list.items.map(({ name }) => name)).toEqual([
      '政策引导服务',
      '资源链接服务',
      '心理疏导服务',
      '能力提升服务',
      '社会融入服务',
    ])
    expect(labels(list.tiers ?? [])).toEqual(['兜底保障', '帮助支持', '发展提升', '紧急保护'])
    expect(labels(list.lists ?? [])).toEqual(['政策清单', '需求清单', '资源清单'])
  })

  test('S1-16 S1-20 every household has a class, and three of them are served', () => {
    const who = objects.parse(documents['objects'])
    const as = (householdClass: string) => eligible(who, { householdClass, traits: [] })
    expect(as('special')).toMatchObject({ eligible: true, label: '困难家庭' })
    expect(as('marginal')).toMatchObject({ eligible: true, label: '困难边缘群众' })
    expect(as('silent')).toMatchObject({ eligible: true, label: '“不声不响、沉默少数”困难群体' })
    expect(as('other').eligible).toBe(false)
  })

  test('no number but one rule: nobody serves untrained; the other measures wait for a target', () => {
    const { indicators: kpis } = indicators.parse(documents['indicators'])
    expect(kpis.filter(({ target }) => target).map(({ key, target }) => [key, target?.value])).toEqual([
      ['trained', 1],
    ])
    expect(kpis).toHaveLength(8)
    const open = catalogueFindings(documents).filter(({ code }) => code === 'target-unset')
    expect(open).toHaveLength(7)
    expect(fees.parse(documents['fees'])).toMatchObject({ demo: false, rows: [] })
    expect(district.settlement.cadence).toBeNull()
  })

  test('S1-11 S1-17 three ways in and the online ones; outreach can be told from those who ask', () => {
    const kinds = district.channels.map(({ key, kind }) => [key, kind])
    expect(kinds.slice(0, 3)).toEqual([
      ['self', 'window'],
      ['neighbour', 'outreach'],
      ['community', 'outreach'],
    ])
    expect(kinds.slice(3).every(([, kind]) => kind === 'online')).toBe(true)
  })

  test('the advisors for ever, the bridge plan beside them in a ledger of its own', () => {
    const { programmes: run } = programmes.parse(documents['programmes'])
    expect(run.map(({ key, window, ledger }) => [key, window, ledger])).toEqual([
      ['advisor', null, 'advisor'],
      ['bridge', null, 'bridge'],
    ])
  })

  test('what it leaves open is a to-do that names the matter', () => {
    const todo = catalogueFindings(documents).filter(({ level }) => level === 'todo')
    for (const word of ['9+1', '四级', '目标值', '胸卡', '沉默少数', '慈善基金', '第三方'])
      expect(
        todo.some(({ message }) => message.includes(word)),
        word,
      ).toBe(true)
  })
})
