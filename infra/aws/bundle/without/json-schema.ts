/** Stands in a bundle for zod's way to JSON Schema: the API is described when a function is built, not when it runs. */
const absent = (): never => {
  throw new Error('JSON Schema is not in this bundle')
}
export const createStandardJSONSchemaMethod = (): (() => never) => absent
export const createToJSONSchemaMethod = (): (() => never) => absent
export const toJSONSchema = absent
export const aggregateChecks = absent
export const extractDefs = absent
export const finalize = absent
export const initializeContext = absent
export const processSchema = absent
export const allProcessors: Readonly<Record<string, never>> = {}
