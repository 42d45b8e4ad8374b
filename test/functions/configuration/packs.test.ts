import { describe, expect, it } from 'vitest'
import { packs } from '#forms/packs'
import { examineFor, listPacks, loadPack } from '../../../functions/configuration/index.ts'

const folder = new URL('../../../forms/packs', import.meta.url).pathname

describe.each(packs.map(({ key, city }) => [key, city]))('the pack %s', (key, city) => {
  it.each([false, true])('can be published by its city as it is (demo: %s)', async (demo) => {
    const { documents } = await loadPack(folder, key, { demo })
    const { findings, publishable } = examineFor(city, documents)
    expect(findings.filter(({ level }) => level === 'error')).toEqual([])
    expect(publishable).toBe(true)
  })
})

it.each(packs.map(({ key, city }) => [key, city]))(
  '%s: the card counts what is left to the city as the check does',
  async (key, city) => {
    const card = (await listPacks(folder)).find((one) => one.key === key)
    const { documents } = await loadPack(folder, key)
    const { findings } = examineFor(city, documents)
    expect(card?.counts.todo).toBe(findings.filter(({ level }) => level === 'todo').length)
  },
)

it('brings prices only as 演示数据', async () => {
  type Fees = { readonly demo: boolean; readonly rows: readonly { readonly amount: number | null }[] }
  for (const { key } of packs) {
    for (const demo of [false, true]) {
      const fees = (await loadPack(folder, key, { demo })).documents['fees'] as Fees
      if (fees.rows.some(({ amount }) => amount !== null)) expect([key, fees.demo]).toEqual([key, true])
    }
  }
})

it('is listed with the number of its documents, and found by its key alone', async () => {
  const cards = await listPacks(folder)
  expect(cards.map(({ key }) => key)).toEqual(packs.map(({ key }) => key))
  for (const { key, documents } of cards) {
    expect(Object.keys((await loadPack(folder, key)).documents)).toHaveLength(documents)
  }
  for (const key of ['..', 'demo/349901', '341700-care/', '__proto__', '']) {
    await expect(loadPack(folder, key)).rejects.toMatchObject({ code: 'not-found' })
  }
})
