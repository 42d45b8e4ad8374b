import { cloudOf } from './cloud.ts'
import { monthlyExport } from './jobs/index.ts'

/** The schedule's function that starts the month's copy of the table. */
export const handler = monthlyExport({ cloud: cloudOf(process.env), environment: process.env })
