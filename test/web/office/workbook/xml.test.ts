import { expect, test } from 'vitest'
import { elements } from '../../../../web/office/workbook/xml.ts'

const text = `<?xml?><sheet><row r="1"><c a="1"/></row> <x:row r="2"/><rows/><row>${'长'.repeat(50)}</row ><end/></sheet>`

/** What is cut out of a text that comes in pieces of so many characters. */
async function cut(whole: string, size: number) {
  let rest = ''
  const pieces = async function* () {
    for (let at = 0; at < whole.length; at += size) yield whole.slice(at, at + size)
  }
  const found: (readonly [string, string])[] = []
  for await (const { tag, inner } of elements(pieces(), 'row', (part) => {
    rest += part
  }))
    found.push([tag, inner])
  return { found, rest }
}

test('elements are the same wherever a text is cut into pieces, and the rest is whole', async () => {
  for (let size = 1; size <= text.length; size += 1)
    expect(await cut(text, size), `pieces of ${size}`).toEqual({
      found: [
        ['<row r="1">', '<c a="1"/>'],
        ['<x:row r="2"/>', ''],
        ['<row>', '长'.repeat(50)],
      ],
      rest: '<?xml?><sheet> <rows/><end/></sheet>',
    })
})

test('an element without an end is left out', async () => {
  expect(await cut('<a/><row><c/>', 3)).toEqual({ found: [], rest: '<a/><c/>' })
  expect(await cut('<row', 2)).toEqual({ found: [], rest: '<row' })
})
