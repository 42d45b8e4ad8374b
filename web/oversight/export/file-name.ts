/** A name that every file system takes. */
export const fileName = (...parts: readonly string[]): string =>
  `${parts.join('_').replaceAll(/[\\/:*?"<>|\s]+/g, '')}.xlsx`
