import { deflateRawSync } from 'node:zlib'
import { archive } from '../../../../web/office/workbook/archive.ts'
import { entriesOf, wholeText } from '../../../../web/office/workbook/zip.ts'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

/** A workbook around one sheet's own XML, as a hand would write it. */
export const handmade = (
  sheet: string,
  more: Readonly<Record<string, string>> = {},
  book = '',
): Promise<Blob> =>
  archive({
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="r">${book}<sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId1" Type="t" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}">${sheet}</worksheet>`,
    ...more,
  })

/** The text of one file inside a workbook; empty where there is none. */
export async function partOf(file: Blob, name: string): Promise<string> {
  const entry = entriesOf(new Uint8Array(await file.arrayBuffer())).get(name)
  return entry ? wholeText(entry, { left: 1e8 }) : ''
}

/** An archive of one file that says it is small and unpacks to `bytes`. */
export function bomb(name: string, bytes: number): ArrayBuffer {
  const packed = deflateRawSync(Buffer.alloc(bytes, 0x20))
  const title = Buffer.from(name)
  const about = Buffer.alloc(26)
  about.writeUInt16LE(20, 0)
  about.writeUInt16LE(8, 4)
  about.writeUInt32LE(packed.length, 14)
  about.writeUInt32LE(100, 18)
  about.writeUInt16LE(title.length, 22)
  const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), about, title, packed])
  const central = Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), about, Buffer.alloc(14), title])
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(local.length, 16)
  return new Uint8Array(Buffer.concat([local, central, end])).buffer
}

export const bytes = (text: string | Buffer): ArrayBuffer => new Uint8Array(Buffer.from(text)).buffer
