/** A line longer than any row can be. */
export class LineTooLong extends Error {
  override readonly name = 'LineTooLong'
}

/** A row has at most 400 KB; written as JSON, with every sign escaped, not more than this. */
const longest = 4 * 1024 * 1024

/**
 * The lines of a text that comes in pieces. Only the line feed ends one: Node's own reader takes U+2028 for an end as
 * well, which JSON leaves as it is inside of texts. A last line that is not ended comes with `isWhole` false.
 */
export async function* linesIn(
  pieces: AsyncIterable<Buffer>,
): AsyncGenerator<{ readonly text: string; readonly isWhole: boolean }> {
  let rest: Buffer[] = []
  let length = 0
  for await (const piece of pieces) {
    let from = 0
    for (let end = piece.indexOf(10); end >= 0; end = piece.indexOf(10, from)) {
      rest.push(piece.subarray(from, end))
      yield { text: Buffer.concat(rest).toString(), isWhole: true }
      rest = []
      length = 0
      from = end + 1
    }
    if (from < piece.length) rest.push(piece.subarray(from))
    length += piece.length - from
    if (length > longest) throw new LineTooLong(`a line of more than ${longest} bytes`)
  }
  if (length > 0) yield { text: Buffer.concat(rest).toString(), isWhole: false }
}
