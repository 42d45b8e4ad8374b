/**
 * What a value may be while a script runs, as bits. Where an answer is not given, JavaScript sees `undefined` or,
 * in a text that was shown and left blank, `''`, and in a box that was not ticked `false`; our answers hold nothing
 * there and rules read `null`. A script may be translated where that makes no difference to its result; where it
 * tells these apart itself (`=== ''`, `=== undefined`, `=== false`), "not answered" is what it means.
 */
export const kind = {
  /** `undefined`. */
  missing: 1,
  /** The literal `null`. */
  nothing: 2,
  /** NaN: `null` with us. */
  nan: 4,
  /** Infinity: `null` with us, but true in JavaScript. */
  infinite: 8,
  boolean: 16,
  number: 32,
  /** A text that is not empty. */
  text: 64,
  /** The text `''`, made by the script. */
  blank: 128,
  /** A text answer that is not given: `undefined` or `''`. */
  unanswered: 256,
  /** A box that is not ticked: `undefined` or `false`. */
  unticked: 512,
  /** A choice written as a number, such as `'2'`: Form.io may make a number of it. */
  digits: 1024,
  /** The choice `'0'`: as a number it would be false. */
  zero: 2048,
  /** The choices `'true'` and `'false'`: Form.io may make truth values of them. */
  truth: 4096,
  list: 8192,
  object: 16_384,
  /** Nothing was assigned: the value stays as it was. */
  stays: 32_768,
} as const

export const some = (kinds: number, ...of: readonly number[]): boolean =>
  of.some((bit) => (kinds & bit) !== 0)
/** Whether nothing else than these can be. */
export const only = (kinds: number, ...of: readonly number[]): boolean =>
  (kinds & ~of.reduce((all, bit) => all | bit, 0)) === 0

/** What reads as `null` with us. */
export const absent = kind.missing | kind.nothing | kind.nan | kind.infinite | kind.unanswered | kind.unticked
/** What is false in JavaScript and here alike, besides `false` and 0 themselves. */
export const falsy = kind.missing | kind.nothing | kind.nan | kind.blank | kind.unanswered | kind.unticked
/** Values that can only be text, or nothing. */
export const textual = kind.text | kind.blank | kind.unanswered | kind.truth
export const numeric = kind.number | kind.nan | kind.infinite | kind.missing
/** A choice whose value JavaScript may hold as another type. */
export const doubtful = kind.digits | kind.zero | kind.truth

/** The kinds of a choice's options. */
export const kindOfOption = (value: unknown): number => {
  if (typeof value === 'number') return kind.number
  if (typeof value === 'boolean') return kind.boolean
  if (value === 'true' || value === 'false') return kind.truth
  const text = String(value)
  if (text === '0') return kind.zero
  return text !== '' && String(Number(text)) === text ? kind.digits : kind.text
}
