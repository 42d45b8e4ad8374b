import { describe, expect, test } from 'vitest'
import { division, divisionPath } from '#forms/catalogue'
import { readDivisions } from '../../../../web/studio/adopt/divisions.ts'

const city = '420881'
const kinds = (text: string, at = city) =>
  readDivisions(text, at).divisions.map(({ code, kind, parent }) => `${code} ${kind} < ${parent}`)

describe('a pasted table of divisions', () => {
  test('is read from a spreadsheet, with its heading, in whatever order', () => {
    const { divisions, faults, passed } = readDivisions(
      '代码\t名称\t上级\r\n420881001001\t阳春台社区\t\r\n420881001\t郢中街道\t\n420881\t钟祥市\n\n',
      city,
    )
    expect(divisions).toEqual([
      { code: '420881001001', name: '阳春台社区', kind: 'village', parent: '420881001', standard: 'NBS' },
      { code: '420881001', name: '郢中街道', kind: 'township', parent: city, standard: 'NBS' },
    ])
    expect([faults, passed]).toEqual([[], 2])
    for (const one of divisions) expect(division.safeParse(one).success).toBe(true)
    expect(divisionPath(divisions, '420881001001')).toEqual(['420881001', '420881001001'])
  })

  test('takes the twelve digits that statistics writes for every level', () => {
    expect(kinds('341702000000 贵池区\n341702001000 池阳街道\n341702001001 百牙社区', '341700')).toEqual([
      '341702 county < 341700',
      '341702001 township < 341702',
      '341702001001 village < 341702001',
    ])
  })

  test('takes local codes, and levels by name where the code says nothing', () => {
    const text =
      '341700-kfq，经济技术开发区\n341700-kfq-01，清溪街道\n341702，贵池区\n341702-12，殷汇镇，341702'
    expect(kinds(text, '341700')).toEqual([
      '341700-kfq zone < 341700',
      '341700-kfq-01 township < 341700-kfq',
      '341702 county < 341700',
      '341702-12 township < 341702',
    ])
    expect(kinds('210381-01\t海州街道\n210381-02\t牛庄镇', '210381')).toEqual([
      '210381-01 township < 210381',
      '210381-02 township < 210381',
    ])
  })
})

describe('a line that cannot be taken', () => {
  const why = (text: string) => readDivisions(text, city).faults.map(({ line, why }) => `${line} ${why}`)

  test.each([
    ['420881001\t郢中街道\n42088100\t短码', ['2 code']],
    ['420881001\t郢中街道\n=HYPERLINK("x")\t公式', ['2 code']],
    ['420881001\t郢中街道\nT#1\t越界', ['2 code']],
    ['420881001', ['1 name']],
    [`420881001\t${'长'.repeat(101)}`, ['1 name']],
    ['420881001\t甲\n420881001\t乙', ['2 repeated']],
    ['420881001\t甲\n420882001\t别市的镇', ['2 parent']],
    ['420881001\t甲\n420881001001\t村\n420881-x\t挂错\t420881001001', ['3 level']],
    ['420881-a\t甲镇\t420881-b\n420881-b\t乙镇\t420881-a', ['1 parent', '2 cycle']],
    ['420881-a\t甲镇\t420881-a', ['1 cycle']],
  ])('%j → %j', (text, expected) => {
    expect(why(text)).toEqual(expected)
  })

  test('takes what hangs on it along, and leaves the others', () => {
    const { divisions, faults } = readDivisions(
      '420881001\t郢中街道\n429999001\t别市的镇\n429999001001\t它的村',
      city,
    )
    expect(divisions.map(({ code }) => code)).toEqual(['420881001'])
    expect(faults.map(({ line }) => line)).toEqual([2, 3])
  })

  test.each(['', '\n\n', '\t\t\t', '<script>alert(1)</script>', '\u0000', '__proto__\tx', 'constructor\tx'])(
    '%j ends in words, not in an error',
    (text) => {
      expect(readDivisions(text, city).divisions).toEqual([])
    },
  )

  test('fifty thousand lines are read in one go', () => {
    const lines = Array.from(
      { length: 50_000 },
      (_, i) => `420881${String(i % 999).padStart(3, '0')}\t镇${i}`,
    )
    const { divisions, faults } = readDivisions(lines.join('\n'), city)
    expect(divisions.length + faults.length).toBeGreaterThan(49_000)
  })
})
