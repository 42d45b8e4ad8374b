export { type Coverage, coverage, type FormCoverage, isMapped, type Share } from './coverage.ts'
export { typeName } from './difference.ts'
export { fieldsOf, type MappedField } from './field.ts'
export { suggestElements } from './suggest.ts'
