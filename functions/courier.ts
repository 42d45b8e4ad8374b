import { cloudLink } from './cloud.ts'
import { courier } from './jobs/index.ts'

/** The stream's function for messages between tenants. */
export const handler = courier({ link: cloudLink(process.env) })
