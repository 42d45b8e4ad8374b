export type { Cell, Page } from './page.ts'
export { ReadingProgress } from './progress.tsx'
export { type Outcome, type Reading, useReading } from './reading.ts'
export { saveWorkbook } from './save.ts'
