import type { Me } from '../../functions/api/contract/index.ts'

/** Codes under which this person works in the city; `undefined` = the whole city. */
export function scopeOf(me: Me | undefined, city: string): readonly string[] | undefined {
  const grants = me?.memberships.find(({ code }) => code === city)?.roles ?? []
  if (grants.some(({ divisions }) => divisions === undefined)) return undefined
  return grants.flatMap(({ divisions = [] }) => divisions)
}
