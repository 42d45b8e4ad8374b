import { describe, expect, test } from 'vitest'
import write from 'write-excel-file/node'
import { isFailure } from '../../../../web/studio/import/imported.ts'
import { readJson } from '../../../../web/studio/import/read-json.ts'
import { readWorkbook } from '../../../../web/studio/import/workbook.ts'
import { entriesOf, fitsIn, textIn } from '../../../../web/studio/import/zip.ts'
import { bomb, handmade } from '../sheet/files.ts'

const sheet = async (rows: number): Promise<Buffer> =>
  write(Array.from({ length: rows }, (_, i) => [{ value: `第 ${i} 题` }, { value: '数字' }])).toBuffer()
const blob = (bytes: Uint8Array): Blob => new Blob([new Uint8Array(bytes)])
const own = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer

describe('a workbook', () => {
  test('is read with the cells of its first sheet', async () => {
    const book = await readWorkbook(blob(await sheet(3)))
    expect(book).toEqual({ rows: [0, 1, 2].map((i) => [`第 ${i} 题`, '数字']), formulas: [] })
  })

  test('names the cells that hold a formula', async () => {
    const formula = { value: '=1+1', type: 'Formula' as const }
    const file = await write([[{ value: '题目' }], [formula]]).toBuffer()
    expect(await readWorkbook(blob(file))).toMatchObject({ formulas: ['A2'] })
  })

  test('says why it cannot be read, before anything large is unpacked', async () => {
    const small = await sheet(2)
    expect(await readWorkbook(blob(Buffer.alloc(5 * 1024 * 1024 + 1)))).toBe('large')
    expect(await readWorkbook(blob(Buffer.from('d0cf11e0a1b11ae1aa', 'hex')))).toBe('old')
    expect(await readWorkbook(blob(await sheet(5_001)))).toBe('many-rows')
    for (const broken of [
      Buffer.alloc(0),
      Buffer.from('name,type'),
      small.subarray(0, small.length - 30),
      small.subarray(9),
    ])
      expect(await readWorkbook(blob(broken))).toBe('broken')
  })

  test('is not unpacked further than allowed, whatever the archive says of its own size', async () => {
    const [entry] = entriesOf(own(await sheet(200)))?.filter(({ name }) => name.endsWith('sheet1.xml')) ?? []
    expect(entry && (await textIn(entry, 10_000_000))).toContain('<row')
    expect(entry && (await textIn({ ...entry, bytes: 1 }, 100))).toBeUndefined()
    expect(entry && (await textIn({ ...entry, packed: new Uint8Array([1, 2, 3]) }, 1_000))).toBeUndefined()
  })

  test('is refused when it unpacks to too much, in one file that lies or in many that do not', async () => {
    const lines = '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>题目</t></is></c></row></sheetData>'
    const small = await handmade(lines, { 'xl/sharedStrings.xml': '<sst/>' })
    expect(await readWorkbook(small)).not.toBe('unpacks-large')
    const file = ' '.repeat(9 * 1024 * 1024)
    const many = Object.fromEntries(Array.from({ length: 9 }, (_, n) => [`xl/media/${n}.xml`, file]))
    expect(await readWorkbook(await handmade(lines, many))).toBe('unpacks-large')
    const [entry] = entriesOf(bomb('xl/sharedStrings.xml', 200_000)) ?? []
    expect(entry?.bytes).toBe(100)
    expect(entry && (await fitsIn([entry], 199_999))).toBe(false)
    expect(entry && (await fitsIn([entry], 200_000))).toBe(true)
  })

  test('survives every cut and any flipped byte', async () => {
    const whole = own(await sheet(2))
    for (let at = 0; at < whole.byteLength; at += 37) {
      expect(() => entriesOf(whole.slice(0, at))).not.toThrow()
      const flipped = new Uint8Array(whole.slice(0))
      flipped[at] = (flipped[at] ?? 0) ^ 0xff
      expect(['object', 'string']).toContain(typeof (await readWorkbook(blob(flipped))))
    }
  })
})

describe('pasted JSON', () => {
  const failed = (text: string): string => {
    const read = readJson(text)
    return isFailure(read) ? read.failed : ''
  }
  test('that is no form says what it is instead', () => {
    expect(failed(' ')).toContain('没有内容')
    expect(failed('{"components": [],\n "a": 1 "b"}')).toMatch(/第 2 行第 \d+ 个字/)
    expect(failed('{"components": [\n  {"type": }')).toContain('格式有误')
    expect(failed('{"rules": []}')).toContain('这不是 Form.io 表单')
    expect(failed('[1, 2]')).toContain('没有可以导入的问题')
    expect(failed('x'.repeat(5 * 1024 * 1024 + 1))).toContain('5 MB')
  })

  test('of this platform keeps its results and samples, unless something is wrong with it', () => {
    const form = {
      schema: 1,
      key: 'f',
      title: '表',
      definition: { components: [{ type: 'textfield', key: 'a', label: '甲' }] },
      samples: [],
    }
    expect(readJson(JSON.stringify(form))).toMatchObject({ from: 'own', form, lines: [] })
    const evil = {
      ...form,
      definition: {
        components: [{ type: 'textfield', key: 'a', label: '甲', customDefaultValue: 'alert(1)' }],
      },
    }
    const read = readJson(JSON.stringify(evil))
    expect(read).toMatchObject({ from: 'formio' })
    expect(JSON.stringify(isFailure(read) ? '' : read.form)).not.toContain('alert')
  })

  test('without a title is called by its file', () => {
    const bare = JSON.stringify({ components: [{ type: 'textfield', key: 'a', label: '甲' }] })
    expect(readJson(bare, '摸底表.json')).toMatchObject({ form: { title: '摸底表' } })
    expect(readJson(bare.replace('{', '{"title":"原名",'), '摸底表.json')).toMatchObject({
      form: { title: '原名' },
    })
  })
})
