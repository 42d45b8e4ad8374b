import type { FieldError } from '../../../functions/api/contract/index.ts'
import type { zh } from './zh.ts'

/** What is wrong with one entry, in the paths that the API uses: `people[0].idNumber`. */
export type Mistake = Pick<FieldError, 'path' | 'message'>
export type Wrong = keyof typeof zh.wrong
/** The sentence for a mistake. */
export type Say = (wrong: Wrong, most?: number) => string

const printable = /^(?:[^\p{Cc}\u202a-\u202e\u2066-\u2069]|[\n\r\t])*$/u

/** What is wrong with a text that a person typed, as the server judges it. */
export const wrongText = (text: string, most: number): Wrong | undefined => {
  const bare = text.trim()
  if (bare === '') return 'empty'
  if (bare.length > most) return 'long'
  return printable.test(bare) ? undefined : 'signs'
}
