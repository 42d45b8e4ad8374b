/** Filling a form at a desk: what `evaluate` says, kept up to date with every key. Only who draws forms needs it. */
export { begin, type Sitting } from './begin.ts'
