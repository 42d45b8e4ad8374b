/** A form of a city on the screen: filled (`Filling` over a `createFormStore`), live result (`Live`), read and printed (`Reading`). */
export { ChoicesContext } from './choices.ts'
export { Filling } from './filling.tsx'
export { Live } from './live.tsx'
export type { Choices } from './options.ts'
export { inWords, Outcomes } from './outcomes.tsx'
export type { Answers } from './path.ts'
export { Reading } from './reading.tsx'
export { createFormStore, type FormState, type FormStore } from './store.ts'
