import { describe, expect, test } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { readSheet } from '../../../../web/office/workbook/read.ts'
import { Unreadable } from '../../../../web/office/workbook/unreadable.ts'
import { entriesOf, textOf } from '../../../../web/office/workbook/zip.ts'
import { bomb, bytes, handmade } from './files.ts'

const read = async (file: ArrayBuffer | Blob, most = 100, names: readonly string[] = []) =>
  readSheet(file instanceof Blob ? await file.arrayBuffer() : file, { names, most })

/** The words of the refusal. */
const refused = async (file: ArrayBuffer | Blob, most?: number): Promise<string> => {
  const error = await read(file, most).then(
    () => undefined,
    (one: unknown) => one,
  )
  expect(error).toBeInstanceOf(Unreadable)
  return error instanceof Unreadable ? `${error.message}：${error.remedy}` : ''
}
const real = async (...rows: (string | number | boolean | Date | null)[][]) =>
  new Uint8Array(await writeXlsxFile(rows, { dateFormat: 'yyyy-mm-dd' }).toBuffer()).buffer

describe('a workbook', () => {
  test('written by another program is read cell by cell', async () => {
    const file = await real(
      ['事项', '单价', '启用', '自'],
      ['助浴 & <理发>', 60.5, true, new Date('2027-01-01T00:00:00Z')],
      [null, 1, null, null],
    )
    const { lines, merged } = await read(file)
    expect(lines.map(({ line, cells }) => [line, cells.map((cell) => cell?.value)])).toEqual([
      [1, ['事项', '单价', '启用', '自']],
      [2, ['助浴 & <理发>', 60.5, true, 46_388]],
      [3, [undefined, 1]],
    ])
    expect(lines[1]?.cells.map((cell) => cell?.day)).toEqual([undefined, undefined, undefined, true])
    expect(merged).toEqual([])
  })

  test('shows formulas, errors, hidden rows, merged cells, runs of text without reading aids, and days from 1904', async () => {
    const file = await handmade(
      `<x:sheetData><x:row r="2" hidden="1"><x:c r="B2"><x:f>1+1</x:f><x:v>2</x:v></x:c><c r="C2"><f>X()</f></c><c r="D2" t="e"><v>#N/A</v></c><c r="AA2" t="s"><v>0</v></c><c r="AB2" t="inlineStr"><is><t>&#20013;_x000A_b</t></is></c></x:row><row r="3"/></x:sheetData><mergeCells count="1"><mergeCell ref="B3:B5"/></mergeCells>`,
      {
        'xl/sharedStrings.xml':
          '<sst><si><r><t>民</t></r><rPh sb="0" eb="1"><t>mín</t></rPh><r><t xml:space="preserve">政 </t></r></si></sst>',
      },
      '<workbookPr date1904="1"/>',
    )
    const sheet = await read(file)
    expect(sheet).toMatchObject({ merged: ['B3:B5'], from1904: true })
    expect(sheet.lines).toHaveLength(1)
    const [line] = sheet.lines
    expect(line).toMatchObject({ line: 2, hidden: true })
    expect(line?.cells.filter(Boolean)).toEqual([
      { value: 2, formula: true },
      { value: null, formula: true },
      { value: null, error: '#N/A' },
      { value: '民政 ' },
      { value: '中\nb' },
    ])
    expect(line?.cells[26]?.value).toBe('民政 ')
  })

  test('the sheet that is asked for is read, else the first that is not hidden', async () => {
    const two = await writeXlsxFile([
      { data: [['一']], sheet: '甲' },
      { data: [['二']], sheet: '收费标准' },
    ]).toBuffer()
    const file = new Uint8Array(two).buffer
    expect((await read(file, 10, ['收费标准'])).lines[0]?.cells[0]?.value).toBe('二')
    expect((await read(file, 10, ['没有'])).name).toBe('甲')
  })
})

describe('a file that is no workbook to read', () => {
  test('is told apart in words', async () => {
    expect(await refused(bytes('你好'))).toContain('不是 Excel 工作簿')
    expect(await refused(bytes(''))).toContain('不是 Excel 工作簿')
    expect(await refused(await archiveOf({ 'word/document.xml': '<a/>' }))).toContain('不是 Excel 工作簿')
    const old = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0])
    expect(await refused(bytes(old))).toContain('.xls')
    expect(await refused(bytes(Buffer.concat([old, Buffer.from('EncryptedPackage', 'utf16le')])))).toMatch(
      /^文件有密码保护/,
    )
  })

  test('is broken at any place where it is cut or overwritten, and never takes the page down', async () => {
    const whole = Buffer.from(await real(['a', 'b'], ['c', 1]))
    expect(await refused(bytes(whole.subarray(9)))).toContain('不是 Excel 工作簿')
    expect(await refused(bytes(whole.subarray(0, whole.length - 30)))).toContain('已损坏')
    for (let cut = 10; cut < whole.length; cut += 97)
      expect(await refused(bytes(whole.subarray(0, cut)))).not.toBe('')
    let faults = 0
    for (let at = 0; at < whole.length; at += 31) {
      const bent = Buffer.from(whole)
      if (at % 2 === 0) bent.fill(0xff, at, at + 8)
      else bent[at] = (bent[at] ?? 0) ^ 0xff
      const result = await read(bytes(bent)).catch((error: unknown) => error)
      if (result instanceof Error) {
        faults += 1
        expect(result, `byte ${at}: ${result.stack}`).toBeInstanceOf(Unreadable)
      }
    }
    expect(faults).toBeGreaterThan(3)
  })

  test('has too many rows, and is refused before the rest of them is unpacked', async () => {
    const rows = Array.from(
      { length: 50_000 },
      (_, n) => `<row r="${n + 1}"><c r="A${n + 1}"><v>${n}</v></c></row>`,
    )
    const file = await handmade(`<dimension ref="A1:A50000"/><sheetData>${rows.join('')}</sheetData>`)
    let done = 0
    const reading = readSheet(
      await file.arrayBuffer(),
      {
        names: [],
        most: 1000,
      },
      (part) => {
        done = part
      },
    )
    await expect(reading).rejects.toThrow('超过 1000 行')
    expect(done).toBeLessThan(0.5)
  })

  test('is too large to be looked at', async () => {
    expect(await refused(new ArrayBuffer(10_000_001))).toContain('超过 10 MB')
  })

  test('numbers its rows as no sheet can, and they are counted instead', async () => {
    const rows = ['9e99', 'x', '-3', '7', '7', '2'].map((r) => `<row r="${r}"><c><v>1</v></c></row>`)
    const { lines } = await read(await handmade(`<sheetData>${rows.join('')}</sheetData>`))
    expect(lines.map(({ line }) => line)).toEqual([1, 2, 3, 7, 8, 9])
  })

  test('unpacks to more than anybody can want, whatever size it claims', async () => {
    const file = bomb('xl/workbook.xml', 120_000_000)
    expect(file.byteLength).toBeLessThan(200_000)
    const entry = entriesOf(new Uint8Array(file)).get('xl/workbook.xml')
    expect(entry?.size).toBe(100)
    const budget = { left: 1_000_000 }
    let seen = 0
    const unpack = async () => {
      for await (const part of textOf(entry ?? { bytes: new Uint8Array(), deflated: false, size: 0 }, budget))
        seen += part.length
    }
    await expect(unpack()).rejects.toThrow('展开后太大')
    expect(seen).toBeLessThanOrEqual(1_000_000)
  })

  test('unpacks to too much in many parts that are each in bounds, or has too many parts', async () => {
    const text = `<si><t>${' '.repeat(3_000_000)}</t></si>`
    const row = `<row r="1"><c r="A1" t="inlineStr"><is><t>${' '.repeat(3_000_000)}</t></is></c></row>`
    const parts = (each: number) =>
      handmade(`<sheetData>${row.repeat(each)}</sheetData>`, {
        'xl/sharedStrings.xml': `<sst>${text.repeat(each)}</sst>`,
      })
    expect(await refused(await parts(17))).toContain('展开后太大')
    expect((await read(await parts(2))).lines).toHaveLength(2)
    const files = Array.from({ length: 2_001 }, (_, n) => [`xl/media/${n}.xml`, ''])
    expect(await refused(await handmade('', Object.fromEntries(files)))).toContain('展开后太大')
  })

  test('leaves tags open in its styles, or one without end', async () => {
    const open = (tag: string) => tag.repeat(500_000)
    const file = await handmade('', { 'xl/styles.xml': open('<cellXfs><xf <numFmt ') })
    expect((await read(file)).lines).toEqual([])
    const endless = [`<row ${' '.repeat(5_000_000)}`, `<row><c><v>${' '.repeat(5_000_000)}`]
    for (const text of endless) expect(await refused(await handmade(text))).toContain('已损坏')
  })

  test('brings entities of its own, which stay unread', async () => {
    const file = await handmade(
      '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&b;</t></is></c></row></sheetData>',
    )
    expect((await read(file)).lines[0]?.cells[0]?.value).toBe('&b;')
  })
})

async function archiveOf(files: Readonly<Record<string, string>>): Promise<Blob> {
  const { archive } = await import('../../../../web/office/workbook/archive.ts')
  return archive(files)
}

describe('a sheet of tags that are begun and never ended', () => {
  const begun = (sign: string, before = '', after = '') => before + sign.repeat(150_000) + after
  const cell = ['<sheetData><row><c t="inlineStr">', '</c></row></sheetData>'] as const
  test.each([
    ['lines', begun('<row ', '<sheetData>')],
    ['merged cells', begun('<mergeCell ', '<sheetData/>')],
    ['cells', begun('<c ', '<sheetData><row>', '</row></sheetData>')],
    ['open cells', begun('<c>', '<sheetData><row>', '</row></sheetData>')],
    ['values', begun('<v>', '<sheetData><row><c>', '</c></row></sheetData>')],
    ['texts', begun('<t>', ...cell)],
    ['reading aids', begun('<rPh>', ...cell)],
    ['empty reading aids', begun('<rPh/>', ...cell)],
  ])('is read to its end at once: %s', async (_, sheet) => {
    const file = await (await handmade(sheet)).arrayBuffer()
    const began = process.cpuUsage()
    expect((await readSheet(file, { names: [], most: 10 })).lines).toEqual([])
    expect(process.cpuUsage(began).user / 1000).toBeLessThan(5000)
  })
})
