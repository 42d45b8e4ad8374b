/** `level1`, `level2`: the first of this name that is not there yet. */
export const freshKey = (taken: readonly string[], name: string): string => {
  const known = new Set(taken)
  for (let n = 1; ; n++) if (!known.has(`${name}${n}`)) return `${name}${n}`
}
