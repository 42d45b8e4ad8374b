import type { Ground } from './place.ts'

export type Visit = {
  readonly household: string
  readonly case: string
  readonly worker: string
  readonly village: string
}

export const assess = async (_ground: Ground, _visit: Visit, _at: Date): Promise<readonly string[]> => []
export const confirm = async (
  _g: Ground,
  _h: string,
  _signed: readonly string[],
  _by: string,
  _at: Date,
): Promise<void> => {}
