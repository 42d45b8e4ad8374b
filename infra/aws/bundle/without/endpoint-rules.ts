type Asked = {
  readonly Region?: string
  readonly Endpoint?: string
  readonly UseFIPS?: boolean
  readonly UseDualStack?: boolean
}

/**
 * Stands in a bundle for the SDK's rules of endpoints: a region has one address, in China under a domain of its own.
 * An address from the settings goes before it.
 */
export const defaultEndpointResolver = ({ Region, Endpoint, UseFIPS, UseDualStack }: Asked) => {
  if (UseFIPS || UseDualStack) throw new Error('endpoints with FIPS or dual stack are not in this bundle')
  const domain = Region?.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com'
  return { url: new URL(Endpoint ?? `https://dynamodb.${Region}.${domain}`), properties: {}, headers: {} }
}

/** Nothing asks for the words of those rules, and the client's name in requests has no prefix. */
export const awsEndpointFunctions = {}
export const getUserAgentPrefix = (): string => ''
