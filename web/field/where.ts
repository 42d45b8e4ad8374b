/**
 * A household's place in words, from its divisions, the largest first. A township whose villages nobody has listed stands
 * for its village as well, and is named once.
 */
export const whereInWords = (
  path: readonly string[],
  name: (code: string) => string,
  between = ' / ',
): string => [...new Set(path)].map(name).join(between)
