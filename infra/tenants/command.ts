import type { Given } from './arguments.ts'
import { type Ground, type PersonRole, type Place, Unable } from './ground.ts'
import { provinceFor } from './registry.ts'

export type Say = (words: string) => void
/** Answers the exit code. */
export type Command = (given: Given, place: () => Promise<Place>, say: Say) => Promise<number>

export const subjectOf = ({ subject }: Given, what: string): string => {
  if (subject === undefined) throw new Unable(`请在命令后面写明${what}。`)
  return subject
}

export const groundOf = async (
  given: Given,
  place: () => Promise<Place>,
  as: PersonRole = 'operator',
): Promise<Ground> => {
  const city = subjectOf(given, '城市代码')
  const province = provinceFor(city, given.text('province'))
  return (await place()).at(city, province, as)
}
