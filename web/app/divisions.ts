import type { Profile } from '#forms/catalogue'
import { useLiveDocument } from './documents.ts'
import { type Failure, failureOf } from './queries.ts'

type Division = Profile['divisions'][number]

export type Places = {
  readonly list: readonly Division[]
  /** Name of a code, the city's own among them; the code itself where nobody knows it. */
  readonly name: (code: string) => string
  /** Townships at, under or above any of these codes; of the whole city without codes. */
  readonly townships: (scope: readonly string[] | undefined) => readonly Division[]
}

/** The city's division tree, as the release in use has it. */
export function usePlaces(city: string): Places & {
  readonly profile: Profile | undefined
  /** Why the tree could not be read, and how it is asked for again. */
  readonly failed: Failure | undefined
} {
  const { release, document } = useLiveDocument<Profile>(city, 'profile')
  const list = document.data?.divisions ?? []
  const byCode = new Map(list.map((one) => [one.code, one]))
  const path = (code: string): readonly string[] => {
    const codes: string[] = []
    for (let at = byCode.get(code); at && !codes.includes(at.code); at = byCode.get(at.parent))
      codes.push(at.code)
    return codes
  }
  return {
    list,
    profile: document.data,
    failed: failureOf(release, document),
    name: (code) => byCode.get(code)?.name ?? (code === document.data?.city ? document.data.name : code),
    townships: (scope) =>
      list.filter(
        (one) =>
          one.kind === 'township' &&
          (!scope || scope.some((code) => path(one.code).includes(code) || path(code).includes(one.code))),
      ),
  }
}
