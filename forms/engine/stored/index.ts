/** A trace that was stored as paths only, told once more from the answers and outcomes stored beside it. */
export { tellAgain } from './tell-again.ts'
