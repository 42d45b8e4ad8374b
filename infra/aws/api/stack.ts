import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib'
import { type CfnIntegration, type DomainName, HttpApi } from 'aws-cdk-lib/aws-apigatewayv2'
import type { Construct } from 'constructs'
import { apiFunctions } from '../../../functions/api/app.ts'
import { isChina } from '../../stages.ts'
import { Access } from '../access.ts'
import { addFunction } from '../function.ts'
import type { Site } from '../house.ts'
import { ownDomain } from './domain.ts'
import { addRoutes, routed } from './gateway.ts'
import { defaultStage } from './gateway-stage.ts'

type Name = keyof typeof apiFunctions
const names = Object.keys(apiFunctions) as Name[]

/**
 * The API: its functions behind one HTTP API. Elsewhere a content network stands before it (`web.ts`) and reaches it
 * under its own name; in China it has the stage's domain itself, and no other name leads to it. Pages and API share
 * their origin, so that nothing is allowed across origins.
 */
export class ApiStack extends Stack {
  readonly http: HttpApi
  /** The stage's domain, where it leads here and not to a content network. */
  readonly domain: DomainName | undefined
  /** Host name under which the content network reaches it, where there is one. */
  readonly originDomain: string

  constructor(scope: Construct, id: string, site: Site, props: StackProps) {
    super(scope, id, { ...props, terminationProtection: site.stage.keepsData })
    const { stage, data } = site
    this.http = new HttpApi(this, 'Http', {
      apiName: `yihu-${stage.name}`,
      createDefaultStage: false,
      disableExecuteApiEndpoint: isChina(stage),
    })
    this.originDomain = `${this.http.apiId}.execute-api.${this.region}.${this.urlSuffix}`

    const access = new Access(this, 'Access', names, data.ground)
    const integrations = Object.fromEntries(
      names.map((name) => {
        const job = addFunction(this, name, site, access)
        return [name, routed(this.http, job)]
      }),
    ) as Readonly<Record<Name, CfnIntegration>>
    const routes = addRoutes(this.http, stage, integrations)

    const gateway = defaultStage(this, this.http, stage)
    // The stage names two routes for their own throttle, so they must be there before it.
    for (const route of routes) gateway.node.addDependency(route)
    this.domain = isChina(stage) ? ownDomain(this, stage, this.http, gateway) : undefined
    new CfnOutput(this, 'ApiHost', { value: this.domain?.regionalDomainName ?? this.originDomain })
  }
}
