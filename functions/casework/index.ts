/** Use cases of casework: households, cases, tasks, assessments. Each takes a store, which knows who asks. */
export { openHousehold } from './file.ts'
export { type HouseholdInput, householdRequestShape } from './household-request.ts'
export { listHouseholds } from './list.ts'
export { registerHousehold } from './register.ts'
