import { describe, expect, test } from 'vitest'
import { gatewayRoutes } from '../../../../infra/aws/api/routes.ts'
import { cloudFunctions, type FunctionName } from '../../../../infra/aws/functions.ts'
import { functionName } from '../../../../infra/aws/names.ts'
import { isChina, stages } from '../../../../infra/stages.ts'
import { partsOf, resourcesOf } from '../synthesised.ts'
import { textOf } from '../walk.ts'

describe.each(stages)('the API of $name', (stage) => {
  const api = (type: string) => resourcesOf(stage, 'api', type)
  const one = (type: string) => {
    const [found, ...more] = api(type)
    if (!found || more.length > 0) throw new Error(`${type}: ${more.length + 1}`)
    return found
  }
  /** The function behind a route's target. */
  const servedBy = (target: unknown): string => {
    const integration = /<api:(\w+)>$/.exec(textOf(stage, 'api', target))?.[1]
    const [found] = api('AWS::ApiGatewayV2::Integration').filter(({ id }) => id === integration)
    const job = /<api:(\w+)\.Arn>/.exec(textOf(stage, 'api', found?.Properties.IntegrationUri))?.[1]
    return api('AWS::Lambda::Function').find(({ id }) => id === job)?.Properties.FunctionName
  }

  test('every address goes to the function that serves it, with a token unless it is open', () => {
    const routes = api('AWS::ApiGatewayV2::Route').map(({ Properties }) => ({
      key: Properties.RouteKey,
      serves: servedBy(Properties.Target),
      asks: Properties.AuthorizationType,
      by: Properties.AuthorizerId?.Ref,
    }))
    const signedIn = one('AWS::ApiGatewayV2::Authorizer').id
    const wanted = [
      ...gatewayRoutes,
      { method: 'ANY', path: '/api/{proxy+}', serves: 'city' as const, isOpen: true },
    ].map(({ method, path, serves, isOpen }) => ({
      key: `${method} ${path}`,
      serves: functionName(stage, serves),
      asks: isOpen ? 'NONE' : 'JWT',
      by: isOpen ? undefined : signedIn,
    }))
    const byKey = (a: { key: string }, b: { key: string }) => a.key.localeCompare(b.key)
    expect(routes.toSorted(byKey)).toEqual(wanted.toSorted(byKey))
  })

  test('no two addresses differ only in what they call their parts', () => {
    const forms = gatewayRoutes.map(({ method, path }) => `${method} ${path.replaceAll(/\{\w+\}/g, '{}')}`)
    expect(new Set(forms).size).toBe(forms.length)
    expect(forms.length).toBeLessThan(300)
  })

  test('open are only addresses that show nothing of a tenant', () => {
    const open = gatewayRoutes.filter(({ isOpen }) => isOpen).map(({ method, path }) => `${method} ${path}`)
    expect(open.sort()).toEqual(['GET /api/health', 'GET /api/openapi.json', 'POST /api/invitations/look'])
  })

  test('tokens are those of the stage’s issuer, for us', () => {
    expect(one('AWS::ApiGatewayV2::Authorizer').Properties).toMatchObject({
      AuthorizerType: 'JWT',
      IdentitySource: ['$request.header.Authorization'],
      JwtConfiguration: { Issuer: stage.issuer.url, Audience: [stage.issuer.audience] },
    })
  })

  test('the one stage leaves paths as they are, and holds back who asks too much', () => {
    const { Properties, DependsOn = [] } = one('AWS::ApiGatewayV2::Stage')
    expect(Properties).toMatchObject({
      StageName: '$default',
      AutoDeploy: true,
      DefaultRouteSettings: {
        DetailedMetricsEnabled: true,
        ThrottlingRateLimit: stage.throttle.rate,
        ThrottlingBurstLimit: stage.throttle.burst,
      },
    })
    const tight = Properties.RouteSettings as Readonly<Record<string, Record<string, number | boolean>>>
    expect(Object.keys(tight)).toEqual(['POST /api/invitations/look', 'POST /api/invitations/accept'])
    const keys = api('AWS::ApiGatewayV2::Route')
    for (const [key, settings] of Object.entries(tight)) {
      expect(settings['ThrottlingRateLimit']).toBeLessThanOrEqual(5)
      expect(settings['DetailedMetricsEnabled']).toBe(true)
      const route = keys.find(({ Properties: { RouteKey } }) => RouteKey === key)
      expect(DependsOn, key).toContain(route?.id)
    }
  })

  test('one line a request is kept, and it names no household', () => {
    const { Properties } = one('AWS::ApiGatewayV2::Stage')
    const line = JSON.parse(Properties.AccessLogSettings.Format) as Readonly<Record<string, string>>
    expect(line).toMatchObject({
      request: '$context.requestId',
      route: '$context.routeKey',
      status: '$context.status',
    })
    expect(Object.values(line).join()).not.toMatch(/\$context\.(path|authorizer\.claims|http\.path)/)
    const [log] = api('AWS::Logs::LogGroup').filter(({ at }) => at.startsWith('AccessLog'))
    expect(textOf(stage, 'api', Properties.AccessLogSettings.DestinationArn)).toBe(`<api:${log?.id}.Arn>`)
    expect(log?.Properties.RetentionInDays).toBe(stage.retention.logs)
  })

  test('the API has one name, and nothing is allowed across origins', () => {
    const { Properties } = one('AWS::ApiGatewayV2::Api')
    expect(Properties.CorsConfiguration).toBeUndefined()
    expect(Properties.DisableExecuteApiEndpoint ?? false).toBe(isChina(stage))
    const domains = api('AWS::ApiGatewayV2::DomainName').map(({ Properties: { DomainName } }) => DomainName)
    expect(domains).toEqual(isChina(stage) ? [stage.domain] : [])
    expect(api('AWS::ApiGatewayV2::ApiMapping')).toHaveLength(isChina(stage) ? 1 : 0)
  })

  test('functions are called by whom they serve, and by no other', () => {
    for (const part of partsOf(stage))
      for (const { at, Properties } of resourcesOf(stage, part, 'AWS::Lambda::Permission')) {
        const source = textOf(stage, part, Properties.SourceArn)
        if (Properties.Principal === 'apigateway.amazonaws.com')
          expect(source, at).toMatch(/:<api:Http\w+>\/\*$/)
        else {
          expect(Properties.Principal, at).toBe('events.amazonaws.com')
          expect(source, at).toMatch(/^<jobs:\w+\.Arn>$/)
        }
        expect(Properties.Action).toBe('lambda:InvokeFunction')
      }
  })

  test('every function runs as infra/aws/functions.ts says, and writes a log that ends', () => {
    for (const part of partsOf(stage))
      for (const { id, Properties } of resourcesOf(stage, part, 'AWS::Lambda::Function')) {
        const name = String(Properties.FunctionName).slice(`yihu-${stage.name}-`.length) as FunctionName
        const { memory, seconds, atOnce } = cloudFunctions[name]
        expect(Properties, name).toMatchObject({
          Runtime: 'nodejs24.x',
          Architectures: ['arm64'],
          Handler: 'index.handler',
          MemorySize: memory,
          Timeout: seconds,
          ReservedConcurrentExecutions: atOnce,
          Environment: { Variables: { NODE_OPTIONS: '--disallow-code-generation-from-strings' } },
        })
        const log = Properties.LoggingConfig.LogGroup.Ref
        const [group] = resourcesOf(stage, part, 'AWS::Logs::LogGroup').filter((each) => each.id === log)
        expect(group?.Properties.RetentionInDays, id).toBe(stage.retention.logs)
        expect(group?.Properties.LogGroupName, id).toBe(`/aws/lambda/${functionName(stage, name)}`)
      }
  })

  test('a log outlives its stack, but not a first deployment that failed: its name would be in the way', () => {
    const groups = partsOf(stage).flatMap((part) => resourcesOf(stage, part, 'AWS::Logs::LogGroup'))
    expect(groups.length).toBeGreaterThan(8)
    for (const { id, DeletionPolicy, UpdateReplacePolicy } of groups)
      expect([DeletionPolicy, UpdateReplacePolicy], id).toEqual(
        stage.keepsData ? ['RetainExceptOnCreate', 'Retain'] : ['Delete', 'Delete'],
      )
  })
})
