import { fc } from '../../chance.ts'

/** Patterns that people write in forms. */
export const written = [
  '^1[3-9]\\d{9}$',
  '\\d{15}|\\d{17}[\\dXx]',
  '(\\d{3,4}-)?\\d{7,8}',
  '[\\u4e00-\\u9fa5·]{2,20}',
  '[一-龥]+',
  '^(0|[1-9]\\d*)(\\.\\d{1,2})?$',
  '[\\w-]+(\\.[\\w-]+)+',
  '.{0,1000}',
  '(?:a|b|c)*',
  '[A-Z]{2}\\d{6}',
  '[^<>]*',
  '',
  '[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\\.[A-Za-z]{2,})+',
  '\\d{4}-\\d{2}-\\d{2}',
  '(([01]\\d)|(2[0-3])):[0-5]\\d',
  '[\\s\\S]*',
  '(皖|苏|浙)[A-Z][A-Z0-9]{5,6}',
  '\\d{1,3}(,\\d{3})*',
  '(\\d{1,3}\\.){3}\\d{1,3}',
  '([0-9A-F]{2}:){5}[0-9A-F]{2}',
] as const

/** Patterns that can take for ever on a short text. */
export const hostile = [
  '(a+)+$',
  '(a|a)*',
  '(a|aa)+',
  '([a-z]+)*',
  '(\\w+\\s?)*$',
  '(.*)*',
  '(a*)*',
  '.*x.*y',
  '\\d+\\d+',
  '(a?){30}a{30}',
  'a?'.repeat(20) + 'a'.repeat(20),
  '(|){50}a',
  '((a{1,20}){1,20}){1,20}',
  '(.{0,30}){30}',
  '(a|b|ab)*c',
  '(x+x+)+y',
  '([^"]|"")*"?[^"]*',
  '(a|[ab])*c',
  '(\\d|[0-9a-f])*z',
  '((ab)*|(a|b)*)*c',
  '(a{0,5}){0,5}b',
  '([\\s\\S]|\\n)*x',
] as const

const piece = fc.constantFrom(
  'a',
  'b',
  '[ab]',
  '\\d',
  '\\w',
  '.',
  '(a|b)',
  '(a)',
  '(?:ab)',
  '(a|)',
  '[^b]',
  '(ab|a)',
  '(?:a|bc)',
  '[a-f]',
)
const quantifier = fc.constantFrom('', '', '', '*', '+', '?', '{2}', '{1,3}', '{2,}', '{0,20}')

const flat = fc
  .array(fc.tuple(piece, quantifier, fc.constantFrom('', '', '', '|')), { minLength: 1, maxLength: 6 })
  .map((parts) => parts.map((part) => part.join('')).join(''))

/** Patterns of the safe syntax by chance, some with groups that repeat. */
export const made = (count: number, seed: number): readonly string[] =>
  fc.sample(
    fc.oneof(
      { weight: 3, arbitrary: flat },
      fc
        .tuple(flat, quantifier, flat, quantifier)
        .map(([a, first, b, second]) => `(${a})${first}(?:${b})${second}`),
    ),
    { numRuns: count, seed },
  )

/** Texts of at most 64 signs that make a matcher go back and try again. */
export const attacks: readonly string[] = [
  'a',
  'ab',
  'b',
  '1',
  'a1',
  '甲',
  'x',
  '"',
  '0a',
  'aab',
  ' a',
  '.',
].flatMap((unit) => {
  const text = unit.repeat(64).slice(0, 63)
  return [`${text}!`, `${text}${unit[0]}`, `!${text}`]
})
