import { describe, expect, test } from 'vitest'
import { allPacks, demoChizhou, eachObject, formsOf } from './disk.ts'

/** Characters that Simplified Chinese does not use, from the papers in Traditional Chinese and everyday words. */
const traditional =
  /[務會區級對評書錄單價請項標準據況當與為時應從關開門間際電話號碼鎮鄉縣誰讓說設計試該詳語誤調讀變護財產證賬費資質購貧輕轉運進還遠選適錢鐵長頭題願類顯飯養體點無業東兩嚴個豐臨親億僅倉價優傳傷兒內冊劃劑動勞勢勵匯協單]/

const texts = (documents: unknown) => {
  const found: { name: string; text: string; at: string }[] = []
  eachObject(documents, (node, at) => {
    for (const [name, value] of Object.entries(node))
      if (typeof value === 'string') found.push({ name, text: value, at: `${at}/${name}` })
      else if (Array.isArray(value))
        value.forEach((entry, i) => {
          if (typeof entry === 'string') found.push({ name, text: entry, at: `${at}/${name}/${i}` })
        })
  })
  return found
}
const read = new Set([
  'label',
  'title',
  'name',
  'message',
  'because',
  'duty',
  'text',
  'note',
  'summary',
  'description',
  'takeDown',
  'whoText',
  'payer',
  'aliases',
  'duties',
])

describe.each([
  ...allPacks.map(({ key, documents, title, summary }) => ({
    key,
    documents: { title, summary, ...documents },
  })),
  { key: 'demo', documents: demoChizhou },
])('the wording of $key', ({ documents }) => {
  test('is Simplified Chinese', () => {
    for (const { text, at } of texts(documents)) expect(text, at).not.toMatch(traditional)
  })

  test('has Chinese in everything that people read', () => {
    for (const { name, text, at } of texts(documents))
      if (read.has(name)) expect(text, at).toMatch(/\p{Script=Han}/u)
  })

  test('says nothing of numbers that only the register knows', () => {
    for (const { name, text, at } of texts(documents))
      if (read.has(name)) expect(text, at).not.toMatch(/\bS[0-4]-\d{2}|\[CITY\]/)
  })

  test('uses Chinese punctuation inside Chinese sentences', () => {
    for (const { text, at } of texts(documents)) expect(text, at).not.toMatch(/\p{Script=Han}[,;:?!()]/u)
  })

  test('has two labels for no two answers of one question', () => {
    for (const form of formsOf(documents))
      eachObject(form.definition, (node, at) => {
        const values = (node['values'] ?? (node['data'] as { values?: unknown } | undefined)?.values) as
          | { label: string; value: string }[]
          | undefined
        if (!Array.isArray(values)) return
        expect(new Set(values.map(({ label }) => label)).size, at).toBe(values.length)
        expect(new Set(values.map(({ value }) => value)).size, at).toBe(values.length)
      })
  })
})
