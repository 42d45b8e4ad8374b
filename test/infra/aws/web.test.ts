import { describe, expect, test } from 'vitest'
import { headerSets } from '../../../functions/front/headers.ts'
import { isChina, type Stage, stages } from '../../../infra/stages.ts'
import { type Placed, resourcesOf, templateOf } from './synthesised.ts'

const of = (stage: Stage, type?: string): readonly Placed[] => resourcesOf(stage, 'web', type)
const [abroad, china] = [stages.filter((stage) => !isChina(stage)), stages.filter(isChina)]
const each = (some: readonly Stage[]) => some.map((stage) => [stage.name, stage] as const)

type Behavior = {
  PathPattern?: string
  AllowedMethods: string[]
  CachePolicyId: string | { Ref: string }
  OriginRequestPolicyId?: string
  ResponseHeadersPolicyId?: { Ref: string }
  FunctionAssociations?: { EventType: string }[]
  ViewerProtocolPolicy: string
  TargetOriginId: string
}
type Network = {
  Aliases: string[]
  CacheBehaviors: Behavior[]
  DefaultCacheBehavior: Behavior
  CustomErrorResponses?: Record<string, unknown>[]
  Origins: { Id: string; S3OriginConfig?: unknown; CustomOriginConfig?: unknown }[]
}
const networkOf = (stage: Stage): Network =>
  of(stage, 'AWS::CloudFront::Distribution')[0]?.Properties['DistributionConfig'] as Network

type Config = {
  SecurityHeadersConfig: {
    ContentSecurityPolicy: { ContentSecurityPolicy: string }
    FrameOptions: { FrameOption: string }
    ReferrerPolicy: { ReferrerPolicy: string }
    ContentTypeOptions: { Override: boolean }
    StrictTransportSecurity: { AccessControlMaxAgeSec: number; IncludeSubdomains: boolean }
  }
  CustomHeadersConfig: { Items: { Header: string; Value: string; Override: boolean }[] }
  CorsConfig?: { AccessControlAllowOrigins: { Items: string[] }; AccessControlAllowCredentials: boolean }
}

/** The headers that a policy adds, written as they arrive. */
const headersOf = (stage: Stage, { ResponseHeadersPolicyId }: Behavior): Record<string, string> => {
  const found = templateOf(stage, 'web').Resources[ResponseHeadersPolicyId?.Ref ?? '']
  const config = found?.Properties.ResponseHeadersPolicyConfig as Config
  const { SecurityHeadersConfig: known, CustomHeadersConfig, CorsConfig } = config
  const hsts = known.StrictTransportSecurity
  for (const one of [...Object.values(known), ...CustomHeadersConfig.Items])
    expect(one).toMatchObject({ Override: true })
  if (CorsConfig) expect(CorsConfig.AccessControlAllowCredentials).toBe(false)
  return {
    ...Object.fromEntries(CustomHeadersConfig.Items.map(({ Header, Value }) => [Header, Value])),
    'content-security-policy': known.ContentSecurityPolicy.ContentSecurityPolicy,
    'x-frame-options': known.FrameOptions.FrameOption,
    'referrer-policy': known.ReferrerPolicy.ReferrerPolicy,
    'x-content-type-options': 'nosniff',
    'strict-transport-security': `max-age=${hsts.AccessControlMaxAgeSec}${hsts.IncludeSubdomains ? '; includeSubDomains' : ''}`,
    ...(CorsConfig && { 'access-control-allow-origin': CorsConfig.AccessControlAllowOrigins.Items.join() }),
  }
}

describe.each(each(abroad))('the content network of %s', (_, stage) => {
  const { CacheBehaviors, DefaultCacheBehavior, ...rest } = networkOf(stage)
  const at = (path: string): Behavior => CacheBehaviors.find((one) => one.PathPattern === path) as Behavior

  test('stands under the stage’s name with its certificate, over modern TLS, and writes a log', () => {
    expect(rest).toMatchObject({
      Aliases: [stage.domain],
      HttpVersion: 'http2and3',
      Logging: { IncludeCookies: false },
      ViewerCertificate: { MinimumProtocolVersion: 'TLSv1.2_2021', SslSupportMethod: 'sni-only' },
    })
    const arn = JSON.stringify(rest)
    expect(arn).toContain(`:acm:us-east-1:`)
    expect(arn).toContain(stage.certificate)
    expect(arn).not.toContain('arn:aws')
  })

  test('sends exactly the strict headers of the one definition', () => {
    const sets = headerSets({ issuer: stage.issuer.url, tls: true })
    expect(headersOf(stage, DefaultCacheBehavior)).toEqual(sets.site)
    expect(headersOf(stage, at('/assets/*'))).toEqual(sets.site)
    expect(headersOf(stage, at('/designer/index.html'))).toEqual(sets.designerPage)
    expect(headersOf(stage, at('/designer/assets/*'))).toEqual(sets.designerFile)
  })

  test('gives the API every method and every header but the host, and keeps no answer', () => {
    const api = at('/api/*')
    expect(api).toMatchObject({
      ViewerProtocolPolicy: 'https-only',
      // Managed: caching disabled; all of the viewer's headers except `Host`.
      CachePolicyId: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad',
      OriginRequestPolicyId: 'b689b0a8-53d0-40ab-baf2-68738e2966ac',
    })
    expect(api.AllowedMethods).toEqual(expect.arrayContaining(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']))
    const origin = rest.Origins.find(({ Id }) => Id === api.TargetOriginId)
    expect(origin?.CustomOriginConfig).toMatchObject({ OriginProtocolPolicy: 'https-only' })
  })

  test('hides no error of the API: no page stands for an error, and its function is not before the API', () => {
    // None is rewritten, and none is kept: a refusal would be given to the next who asks, who may be somebody else.
    expect(rest.CustomErrorResponses).toEqual(
      [400, 403, 404, 405, 414, 500, 501, 502, 503, 504].map((ErrorCode) => ({
        ErrorCode,
        ErrorCachingMinTTL: 0,
      })),
    )
    expect(DefaultCacheBehavior.FunctionAssociations).toMatchObject([{ EventType: 'viewer-request' }])
    expect(CacheBehaviors.filter(({ FunctionAssociations }) => FunctionAssociations)).toEqual([])
  })

  test('reads a bucket that nobody else reads', () => {
    for (const { Properties } of of(stage, 'AWS::S3::Bucket'))
      expect(Properties).toMatchObject({
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        },
        LoggingConfiguration: { LogFilePrefix: expect.any(String) },
      })
    const pages = of(stage, 'AWS::S3::Bucket').find(({ at }) => at.startsWith('Pages'))
    expect(pages?.Properties).toMatchObject({ VersioningConfiguration: { Status: 'Enabled' } })
    expect(of(stage, 'AWS::CloudFront::OriginAccessControl')[0]?.Properties).toMatchObject({
      OriginAccessControlConfig: { SigningBehavior: 'always', OriginAccessControlOriginType: 's3' },
    })
    const statements = of(stage, 'AWS::S3::BucketPolicy').flatMap(
      ({ Properties }) =>
        (Properties['PolicyDocument'] as { Statement: Record<string, unknown>[] }).Statement,
    )
    const allowed = statements.filter(({ Effect }) => Effect === 'Allow')
    expect(allowed).toHaveLength(1)
    expect(JSON.stringify(allowed[0])).toContain('AWS:SourceArn')
    expect(statements.filter(({ Effect }) => Effect === 'Deny').length).toBeGreaterThanOrEqual(4)
  })

  test('brings no function that copies files', () => {
    expect(of(stage, 'AWS::Lambda::Function')).toEqual([])
    expect(JSON.stringify(of(stage))).not.toContain('Custom::')
  })
})

describe.each(each(china))('the pages of %s', (_, stage) => {
  test('come from a function behind the API’s own domain, without any content network', () => {
    expect(of(stage).filter(({ Type }) => /CloudFront|S3/.test(Type))).toEqual([])
    expect(of(stage, 'AWS::ApiGatewayV2::Route').map(({ Properties }) => Properties)).toMatchObject([
      { RouteKey: '$default', AuthorizationType: 'NONE' },
    ])
    const environments = of(stage, 'AWS::Lambda::Function').map(
      ({ Properties }) => (Properties['Environment'] as { Variables: Record<string, string> }).Variables,
    )
    expect(environments).toHaveLength(1)
    expect(JSON.parse(environments[0]?.['YIHU_SITE'] ?? '')).toEqual({
      stage: stage.name,
      icp: stage.icp,
      signIn: { issuer: stage.issuer.url, client: 'web', audience: stage.issuer.audience },
    })
  })

  test('come from a function that may write its own log and do nothing else', () => {
    const policies = of(stage, 'AWS::IAM::Policy').flatMap(
      ({ Properties }) => (Properties['PolicyDocument'] as { Statement: { Action: unknown }[] }).Statement,
    )
    expect(policies.map(({ Action }) => Action)).toEqual([['logs:CreateLogStream', 'logs:PutLogEvents']])
  })
})
