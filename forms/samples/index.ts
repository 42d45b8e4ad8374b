/** Cases stored with a form: run, told in words, and recorded from answers that somebody gave. */
export { expected } from './expected.ts'
export { type Naming, namingOf } from './naming.ts'
export { type Recorded, recordSample } from './record.ts'
export { runSamples, type SampleResult, samplePlan } from './run.ts'
export { answersInWords, type Said } from './said.ts'
export { readSample, samplesMost } from './shape.ts'
