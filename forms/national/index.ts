/** National assessments as ready parts of a form and as whole form documents that a city may take and change. */
export { abilityParts } from './ability.ts'
export { abilityForm } from './ability-form.ts'
export { riskEvents } from './circumstances.ts'
export { nationalForms } from './forms.ts'
export { type SelfCareLevels, selfCareParts } from './self-care.ts'
export { selfCareForm } from './self-care-form.ts'
