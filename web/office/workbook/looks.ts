import { LOOKS, type Look } from './page.ts'

/** Format 49 is text: words stay what they are, so that `=1+1` is no formula even when somebody edits the cell. */
const XF: Readonly<Record<Look, string>> = {
  plain: '<xf/>',
  head: '<xf fontId="1" fillId="2" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf>',
  must: '<xf fontId="2" fillId="2" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf>',
  text: '<xf numFmtId="49" applyNumberFormat="1"/>',
  lines:
    '<xf numFmtId="49" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>',
  amount: '<xf numFmtId="2" applyNumberFormat="1"/>',
  sum: '<xf numFmtId="4" applyNumberFormat="1"/>',
  date: '<xf numFmtId="164" applyNumberFormat="1"/>',
  number: '<xf numFmtId="0"/>',
  count: '<xf numFmtId="1" applyNumberFormat="1"/>',
  share: '<xf numFmtId="165" applyNumberFormat="1"/>',
}

/** What stands inside `styleSheet`. */
export const looks: string = [
  '<numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="0.0%"/></numFmts>',
  '<fonts count="3"><font><sz val="11"/><name val="等线"/></font><font><b/><sz val="11"/><name val="等线"/></font><font><b/><sz val="11"/><color rgb="FFAD2119"/><name val="等线"/></font></fonts>',
  '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE9F1FA"/></patternFill></fill></fills>',
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
  '<cellStyleXfs count="1"><xf/></cellStyleXfs>',
  `<cellXfs count="${LOOKS.length}">${LOOKS.map((look) => XF[look]).join('')}</cellXfs>`,
].join('')
