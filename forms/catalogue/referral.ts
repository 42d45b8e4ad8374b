import type * as z from 'zod'
import type { Mode } from './catalogue.ts'
import type { role } from './source.ts'

export type Requirement = Mode['requires'][number]

/** What a service of this mode still lacks before its first day: agreement (S2-22), consent (S2-23), training, plan. */
export const requirementsMissing = (
  { requires }: Mode,
  onFile: readonly Requirement[],
): readonly Requirement[] => requires.filter((one) => !onFile.includes(one))

/** Whether a role may refer somebody into this mode: the township, unless the mode names others (S2-24). */
export const mayRefer = ({ referralBy = ['township'] }: Mode, by: z.infer<typeof role>): boolean =>
  referralBy.includes(by)
