import { expect, test } from 'vitest'
import { inPapers, paperOf } from '../../../web/form/paper.ts'

test('a rule is called by its paper, and what is no rule stays as it is', () => {
  expect(paperOf('S2-23')).toBe('池民社救〔2023〕38号')
  expect(inPapers('S2-23')).toBe('池民社救〔2023〕38号')
  expect(inPapers('S0-02、S3-08')).toBe('沪民救发〔2024〕9号、海城市社工站项目服务需求（2024）')
  expect(inPapers('本表规定')).toBe('本表规定')
  expect(paperOf('S9-01')).toBe('S9-01')
})
