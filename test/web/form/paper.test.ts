import { expect, test } from 'vitest'
import { inPapers, loadRules, paperOf, rulesIn, wholePaperOf } from '../../../web/form/paper.ts'

test('a rule is called by its paper, and what is no rule stays as it is', () => {
  expect(paperOf('S2-23')).toBe('池民社救〔2023〕38号')
  expect(inPapers('S2-23')).toBe('池民社救〔2023〕38号')
  expect(inPapers('S0-02、S3-08')).toBe('沪民救发〔2024〕9号、海城市社工站项目服务需求（2024）')
  expect(inPapers('本表规定')).toBe('本表规定')
  expect(paperOf('S9-01')).toBe('S9-01')
})

test('a paper has its own name, as the packs print it, and a sentence for every rule that is named', async () => {
  for (const folder of [
    '310000-bridge',
    '310118-advisor',
    '341700-care',
    '210381-station',
    '110000-precise',
  ]) {
    const { default: profile } = await import(`../../../forms/packs/${folder}/profile.json`)
    expect(wholePaperOf(`${profile.paper.id}-01`)).toContain(`《${profile.paper.title}》`)
  }
  expect(wholePaperOf('S2-23')).toBe(
    '《池州市推进社会救助方式“物质+服务”改革实施方案》（池民社救〔2023〕38号）',
  )
  expect(wholePaperOf('S9-01')).toBe('S9-01')
  const rules = await loadRules()
  for (const { id } of rules) expect(rulesIn(`见 ${id}、${id}`)).toEqual([id])
  expect(rules.find(({ id }) => id === 'S2-23')?.quotes.length).toBeGreaterThan(0)
  expect(rulesIn('本表规定')).toEqual([])
})
