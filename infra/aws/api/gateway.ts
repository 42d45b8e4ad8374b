import { Stack } from 'aws-cdk-lib'
import { CfnAuthorizer, CfnIntegration, CfnRoute, type HttpApi } from 'aws-cdk-lib/aws-apigatewayv2'
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { IFunction } from 'aws-cdk-lib/aws-lambda'
import type { Stage } from '../../stages.ts'
import { type GatewayRoute, gatewayRoutes, unknownAddress } from './routes.ts'

/** `GET api health`: the id of a route below its stack. */
export const routeId = ({ method, path }: Pick<GatewayRoute, 'method' | 'path'>): string =>
  `${method}${path.replaceAll('/', ' ')}`

/** Lets the gateway call a function, whichever of its routes: one rule for each would outgrow the function's policy. */
export const routed = (api: HttpApi, job: IFunction): CfnIntegration => {
  job.addPermission('Gateway', {
    principal: new ServicePrincipal('apigateway.amazonaws.com'),
    sourceArn: api.stack.formatArn({ service: 'execute-api', resource: api.apiId, resourceName: '*' }),
  })
  return new CfnIntegration(job, 'Integration', {
    apiId: api.apiId,
    integrationType: 'AWS_PROXY',
    integrationUri: job.functionArn,
    payloadFormatVersion: '2.0',
  })
}

/** Every address of the API, each with the function that serves it; all but the open ones ask for a token. */
export const addRoutes = (
  api: HttpApi,
  { issuer }: Stage,
  integrations: Readonly<Record<GatewayRoute['serves'], CfnIntegration>>,
): readonly CfnRoute[] => {
  const scope = Stack.of(api)
  const signedIn = new CfnAuthorizer(scope, 'SignedIn', {
    apiId: api.apiId,
    name: 'signed-in',
    authorizerType: 'JWT',
    identitySource: ['$request.header.Authorization'],
    jwtConfiguration: { issuer: issuer.url, audience: [issuer.audience] },
  })
  return [...gatewayRoutes, unknownAddress].map(
    (route) =>
      new CfnRoute(scope, routeId(route), {
        apiId: api.apiId,
        routeKey: `${route.method} ${route.path}`,
        target: `integrations/${integrations[route.serves].ref}`,
        ...(route.isOpen
          ? { authorizationType: 'NONE' }
          : { authorizationType: 'JWT', authorizerId: signedIn.ref }),
      }),
  )
}
