export { isRecord } from '../logic/index.ts'
