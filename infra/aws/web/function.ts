import { CfnRoute } from 'aws-cdk-lib/aws-apigatewayv2'
import type { Construct } from 'constructs'
import { Access } from '../access.ts'
import { routed } from '../api/gateway.ts'
import { addFunction } from '../function.ts'
import type { House } from '../house.ts'

/**
 * The built client as a function behind the API's own domain: whatever no route of the API takes. China's content
 * network takes no certificate that renews itself and no cache policies; and with one name in front there is one filing
 * and one thing to watch.
 */
export const pagesByFunction = (scope: Construct, house: House): CfnRoute => {
  const access = new Access(scope, 'Access', ['web'], house.data.ground)
  const pages = addFunction(scope, 'web', house, access)
  return new CfnRoute(scope, 'Pages', {
    apiId: house.api.http.apiId,
    routeKey: '$default',
    target: `integrations/${routed(house.api.http, pages).ref}`,
    // A page must be there before anybody has signed in, and holds nothing of anybody.
    authorizationType: 'NONE',
  })
}
