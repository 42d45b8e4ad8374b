/** Stands in a bundle for requests whose parts lie in the path, the query or the host: DynamoDB has a body alone. */
export const getHttpOperationBindings = (): readonly undefined[] => []
export const HttpBindingNormalizedSchema = {
  of: (): never => {
    throw new Error('HTTP bindings are not in this bundle')
  },
}
