import type { Stage } from '../stages.ts'
import type { FunctionName } from './functions.ts'

type Named = Pick<Stage, 'name'>

/**
 * Names that more than one stack, a dashboard or a person at a console needs. They are plain text, so that stacks that
 * only name each other's things export nothing and can be changed apart.
 */
export const stackName = (stage: Named, part: string): string => `Yihu-${stage.name}-${part}`

export const functionName = (stage: Named, name: FunctionName): string => `yihu-${stage.name}-${name}`

export const logGroupName = (stage: Named, name: FunctionName): string =>
  `/aws/lambda/${functionName(stage, name)}`

/** `vendedlogs`: the gateway writes there under one rule of the account, however many stages there are. */
export const accessLogName = (stage: Named): string => `/aws/vendedlogs/yihu-${stage.name}-api`

/** Jobs whose failures are laid aside for a person. */
export const jobNames = ['rollup', 'courier', 'months', 'exports'] as const
export type JobName = (typeof jobNames)[number]

/** The queue of what a job could not do. Anything in it is an alarm. */
export const deadLetterName = (stage: Named, name: JobName): string => `${functionName(stage, name)}-dead`
