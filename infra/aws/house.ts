import type { Code } from 'aws-cdk-lib/aws-lambda'
import type { Stage } from '../stages.ts'
import type { ApiStack } from './api/stack.ts'
import type { DataStack } from './data/stack.ts'
import type { FunctionName } from './functions.ts'

/** Where the code of a function comes from: built once for all stages, or a placeholder where only templates matter. */
export type CodeOf = (name: FunctionName) => Code

/** What the stacks of one stage are built on. */
export type Site = { readonly stage: Stage; readonly data: DataStack; readonly code: CodeOf }

/** The same once there is an API. */
export type House = Site & { readonly api: ApiStack }
