import { cloudLink } from './cloud.ts'
import { rollup } from './jobs/index.ts'

/** The stream's function for what others may see of a city. It holds no keys. */
export const handler = rollup({ link: cloudLink(process.env) })
