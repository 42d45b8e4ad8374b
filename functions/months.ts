import { cloudLink } from './cloud.ts'
import { months } from './jobs/index.ts'

/** The schedule's function that closes the month of every city. */
export const handler = months({ link: cloudLink(process.env) })
