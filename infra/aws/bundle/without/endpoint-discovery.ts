/** Stands in a bundle for the search for endpoints: a region has one endpoint of DynamoDB, and it is known. */
export const resolveEndpointDiscoveryConfig = (input: object) => ({
  ...input,
  endpointDiscoveryEnabled: async () => false,
})

export const NODE_ENDPOINT_DISCOVERY_CONFIG_OPTIONS = {
  environmentVariableSelector: () => undefined,
  configFileSelector: () => undefined,
  default: undefined,
}
