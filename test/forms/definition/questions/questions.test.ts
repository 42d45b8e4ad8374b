import { describe, expect, test } from 'vitest'
import { lint, type Rows, readQuestions, typeWords } from '#forms/definition'
import { elementOf, elements } from '#forms/elements'
import { fc } from '../../../chance.ts'

const head = ['题目', '类型', '选项', '必填', '说明', '分组', '数据元', '敏感级别', '标识']
const options = { key: 'list', title: '清单', elementOf }
const read = (...rows: readonly (readonly unknown[])[]) => readQuestions([head, ...rows], options)
const notes = (rows: Rows) => readQuestions(rows, options).report.notes

describe('a question list', () => {
  test('becomes a form of the same questions, sections, options and settings', () => {
    const { form, report } = read(
      ['姓名', '单行文字', '', '是', '与身份证一致', '基本情况', 'person.name', '个人', 'name'],
      ['居住情况', '单选', '独居、与子女同住、其他', '√', null, '基本情况'],
      ['需要的服务', '多选', 'meal=助餐\nbath=助浴', '', '', '需求', '', '公开', 'wants'],
      ['月收入', '金额', '', '否', '', '需求'],
      ['是否同意', '是否', '', 1],
    )
    expect(report).toEqual({ taken: 5, notes: [] })
    expect(form).toMatchObject({
      schema: 1,
      key: 'list',
      definition: {
        components: [
          {
            type: 'panel',
            title: '基本情况',
            components: [
              {
                type: 'textfield',
                key: 'name',
                label: '姓名',
                description: '与身份证一致',
                validate: { required: true },
                properties: { element: 'person.name', sensitivity: 'personal' },
              },
              {
                type: 'radio',
                key: 'q2',
                values: [
                  { value: 'o1', label: '独居' },
                  { value: 'o2', label: '与子女同住' },
                  { value: 'other', label: '其他' },
                ],
              },
            ],
          },
          {
            type: 'panel',
            title: '需求',
            components: [
              { type: 'selectboxes', key: 'wants', values: [{ value: 'meal' }, { value: 'bath' }] },
              { type: 'currency', key: 'q4' },
            ],
          },
          { type: 'radio', key: 'q5', values: [{ value: 'yes' }, { value: 'no' }] },
        ],
      },
    })
    expect(lint(form?.definition)).toEqual([])
  })

  test('knows every type that its template offers, and the linter takes each', () => {
    const { form, report } = read(...typeWords.map((word) => [`一题${word}`, word, '甲、乙']))
    expect(report.taken).toBe(typeWords.length)
    expect(report.notes.every(({ column }) => column === 'options')).toBe(true)
    expect(lint(form?.definition).filter(({ level }) => level === 'error')).toEqual([])
  })

  test('finds its head below a heading, in any order of columns, and counts rows as the spreadsheet does', () => {
    const { form, report } = readQuestions(
      [['入户调查题目清单'], [], ['类型', '*题目', '备注'], ['数字', '人口', ''], ['怪题', '别的']],
      options,
    )
    expect(form?.definition.components).toMatchObject([{ type: 'number', label: '人口' }])
    expect(report.notes).toMatchObject([{ level: 'refused', row: 5, column: 'type' }])
    expect(report.notes[0]?.message).toContain('不认识的类型“怪题”')
  })

  test('says of each row what it cannot use, and takes the others', () => {
    const { form, report } = read(
      ['甲', '单选', ''],
      ['', '数字'],
      ['乙', '数字', '', '也许', '', '', 'no.such', '绝密', 'same'],
      ['丙', '数字', '', '', '', '', '', '', 'same'],
      ['丁', '数字', '', '', '', '', '', '', 'constructor'],
      ['戊', '单选', '甲、甲、constructor=乙'],
      ['己', ''],
    )
    expect(report.taken).toBe(4)
    expect(report.notes.map(({ level, row, column }) => [level, row, column])).toEqual([
      ['refused', 2, 'options'],
      ['refused', 3, 'label'],
      ['changed', 4, 'required'],
      ['changed', 4, 'sensitivity'],
      ['changed', 4, 'element'],
      ['changed', 5, 'key'],
      ['changed', 6, 'key'],
      ['changed', 7, 'options'],
      ['refused', 8, 'type'],
    ])
    expect(report.notes[5]?.message).toContain('第 4 行')
    expect(lint(form?.definition)).toEqual([])
  })

  test('takes no code from a label, a help text or an option', () => {
    const evil = '<img src=x onerror=alert(1)>姓名<script>alert(1)</script>'
    const { form, report } = read(
      [evil, '单行文字', '', '', evil],
      [evil, '说明文字'],
      [`${evil} {{ 7*7 }}`, '单选', `${evil}、乙`],
    )
    const drawn = JSON.stringify(form)
    expect(drawn).not.toMatch(/<img|<script|onerror/)
    expect(report.notes.length).toBeGreaterThan(2)
  })

  test.each([
    ['nothing at all', []],
    [
      'another table',
      [
        ['姓名', '电话'],
        ['张三', '1'],
      ],
    ],
    ['only a head', [head]],
    ['only what cannot be taken', [head, ['甲', '天书']]],
    ['more rows than a form may have', [head, ...Array.from({ length: 1001 }, () => ['甲', '数字'])]],
  ])('is refused whole, with a reason: %s', (_, rows) => {
    const result = readQuestions(rows, options)
    expect(result.form).toBeUndefined()
    expect(notes(rows).at(-1)).toMatchObject({ level: 'refused' })
    expect(notes(rows).at(-1)?.row).toBeUndefined()
  })

  test('takes any rows in any cells, and the form passes the linter or says what must be mended', () => {
    const cell = fc.oneof(
      fc.constantFrom(...typeWords, '是', '甲、乙', 'a=b', 'q1', '<b>x</b>', '__proto__', 'constructor'),
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.jsonValue({ maxDepth: 2 }),
      fc.constant(null),
    )
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 10 }), { maxLength: 12 }), (rows) => {
        const { form, report } = readQuestions([head, ...rows], options)
        const errors = form ? lint(form.definition).filter(({ level }) => level === 'error') : []
        expect(report.notes.filter(({ row }) => row === undefined).length >= errors.length).toBe(true)
      }),
    )
  })

  test('has words of the dictionary for elements only', () => {
    expect(elements.length).toBeGreaterThan(50)
    expect(read(['甲', '数字', '', '', '', '', 'toString']).report.notes).toMatchObject([
      { column: 'element' },
    ])
  })
})
