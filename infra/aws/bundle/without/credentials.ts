/** Stands in a bundle for the SDK's chain of credential providers: there is no other way in than a tenant's session. */
export const defaultProvider = () => async (): Promise<never> => {
  throw new Error('credentials come from a tenant session alone')
}
