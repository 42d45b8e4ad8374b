/** Use cases of casework: households, cases, tasks, assessments. Each takes a store, which knows who asks. */
export { advanceCase } from './advance.ts'
export { amendHousehold } from './amend.ts'
export { type AssessmentInput, assessmentRequestShape } from './assessment-request.ts'
export { type CaseActionInput, type CaseInput, caseActionShape, caseRequestShape } from './case-request.ts'
export { confirmAssessment } from './confirm.ts'
export { openHousehold } from './file.ts'
export {
  type HouseholdChangeInput,
  type HouseholdInput,
  householdChangeShape,
  householdRequestShape,
} from './household-request.ts'
export { listHouseholds } from './list.ts'
export { openCase } from './open-case.ts'
export { type ProviderRow, registerProvider } from './provider.ts'
export { listQueue } from './queue.ts'
export { idIn } from './reach.ts'
export { readAssessment } from './read-assessment.ts'
export { registerHousehold } from './register.ts'
export { type SearchInput, searchPerson, searchShape } from './search.ts'
export { stageIn } from './stages.ts'
export { submitAssessment } from './submit.ts'
export { listMyTasks } from './tasks.ts'
export { overTownships, townshipsAsked } from './townships.ts'
export { type UnmaskInput, unmask, unmaskShape } from './unmask.ts'
