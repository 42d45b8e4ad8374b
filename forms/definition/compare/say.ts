import type { Compatibility, CompatibilityClass } from './compatibility.ts'
import type { Seat } from './seat.ts'
import { consequenceOf, quote, settingWords } from './words.ts'

/** What a line says besides its class: `what` follows the label, `pointer` replaces the seat's own place. */
export type Said = { readonly code: string; readonly what: string; readonly pointer?: string }

/** Collects the lines about one component. */
export type Say = {
  readonly line: (what: CompatibilityClass, said: Said) => void
  /** A setting, by its steps (`validate.min`), with what it was and is. */
  readonly setting: (what: CompatibilityClass, name: string, was?: unknown, is?: unknown) => void
}

export const lineOf = (
  about: { readonly path: string; readonly label?: string },
  what: CompatibilityClass,
  code: string,
  pointer: string,
  words: string,
): Compatibility => ({
  class: what,
  code,
  ...about,
  // Until a form is judged, a key may be a text of any length.
  path: about.path.slice(0, 300),
  pointer,
  message: `${about.label === undefined ? '' : quote(about.label)}${words.slice(0, 500)}，${consequenceOf(what, code)}。`,
})

export const sayOf = (seat: Seat, lines: Compatibility[]): Say => {
  const { path, label } = seat
  const line: Say['line'] = (what, { code, what: words, pointer = seat.pointer }) =>
    void lines.push(lineOf({ path, label }, what, code, pointer, words))
  return {
    line,
    setting: (what, name, was, is) =>
      line(what, {
        code: name.slice(name.lastIndexOf('.') + 1),
        what: settingWords(name, was, is),
        pointer: `${seat.pointer}/${name.replaceAll('.', '/')}`,
      }),
  }
}
