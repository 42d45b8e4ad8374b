import type { Profile } from '#forms/catalogue'

type Division = Profile['divisions'][number]

export type Branch = {
  readonly value: string
  readonly title: string
  readonly children?: Branch[]
}

/** The divisions of a city as a tree to pick from; what hangs on nothing known stands at the top. */
export const branchesOf = (divisions: readonly Division[]): readonly Branch[] => {
  const known = new Set(divisions.map(({ code }) => code))
  const below = Map.groupBy(divisions, ({ code, parent }) =>
    known.has(parent) && parent !== code ? parent : '',
  )
  const branch = ({ code, name }: Division): Branch => {
    const children = below.get(code)?.map(branch)
    return { value: code, title: name, ...(children && { children }) }
  }
  return (below.get('') ?? []).map(branch)
}
