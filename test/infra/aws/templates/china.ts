import { describe, expect, test } from 'vitest'
import { isChina, type Stage, stages } from '../../../../infra/stages.ts'
import { type Placed, partsOf, resourcesOf, templateOf } from '../synthesised.ts'

/** Property names and texts anywhere below a value. */
const wordsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value]
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, inner]) => [
    ...(Array.isArray(value) ? [] : [key]),
    ...wordsIn(inner),
  ])
}

/** What China's partition does not have, or has otherwise, and how it would show in a template. */
const absent: Readonly<Record<string, (resource: Placed) => boolean>> = {
  'a URL of a function': ({ Type }) => Type === 'AWS::Lambda::Url',
  'tracing of functions': ({ Type, Properties }) =>
    Type.startsWith('AWS::XRay::') ||
    wordsIn(Properties).some((word) => /TracingConfig|TracingEnabled|xray:/i.test(word)),
  'the guard against recursion': ({ Properties }) => wordsIn(Properties).includes('RecursiveLoop'),
  'metrics of event sources': ({ Type, Properties }) =>
    Type === 'AWS::Lambda::EventSourceMapping' && Properties.MetricsConfig !== undefined,
  'metrics of asynchronous calls': ({ Properties }) =>
    wordsIn(Properties).some((word) => /AsyncEvent/.test(word)),
  'start from a snapshot': ({ Properties }) => wordsIn(Properties).includes('SnapStart'),
  'user pools': ({ Type, Properties }) =>
    Type.startsWith('AWS::Cognito::') || wordsIn(Properties).some((word) => /cognito/i.test(word)),
  'an endpoint at the edge': ({ Properties }) => wordsIn(Properties).includes('EDGE'),
  'an authoriser that is a function': ({ Type, Properties }) =>
    /Authorizer$/.test(Type) && (Properties.AuthorizerType ?? Properties.Type) !== 'JWT',
  'a second region of a table': ({ Type, Properties }) =>
    Type === 'AWS::DynamoDB::GlobalTable' &&
    (Properties.Replicas.length > 1 || Properties.MultiRegionConsistency !== undefined),
  'the content network and its names': ({ Type, Properties }) =>
    Type.startsWith('AWS::CloudFront::') ||
    wordsIn(Properties).some((word) => /cloudfront\.(net|cn)/.test(word)),
  'a firewall beyond its region': ({ Type, Properties }) =>
    Type.startsWith('AWS::WAF::') || (Type.startsWith('AWS::WAFv2::') && Properties.Scope === 'CLOUDFRONT'),
  'a certificate of another region': ({ Properties }) =>
    wordsIn(Properties).some((word) => /us-east-1/.test(word)),
}

const inChina = stages.filter(isChina)
const partOf = (stage: Stage, part: string) => templateOf(stage, part)

describe('in China', () => {
  test('there is a stage', () => expect(inChina.length).toBeGreaterThan(0))

  test.each(Object.entries(absent))('stands without %s', (_, isIt) => {
    const found = inChina.flatMap((stage) =>
      partsOf(stage).flatMap((part) =>
        resourcesOf(stage, part)
          .filter(isIt)
          .map(({ at }) => `${part}/${at}`),
      ),
    )
    expect(found).toEqual([])
  })

  test('the API is reached under the stage’s own name alone', () => {
    for (const stage of inChina) {
      const [api] = resourcesOf(stage, 'api', 'AWS::ApiGatewayV2::Api')
      expect(api?.Properties.DisableExecuteApiEndpoint).toBe(true)
    }
  })

  test.each<[string, Pick<Placed, 'Type' | 'Properties'>]>([
    ['a URL of a function', { Type: 'AWS::Lambda::Url', Properties: {} }],
    [
      'tracing of functions',
      { Type: 'AWS::Lambda::Function', Properties: { TracingConfig: { Mode: 'Active' } } },
    ],
    [
      'the guard against recursion',
      { Type: 'AWS::Lambda::Function', Properties: { RecursiveLoop: 'Terminate' } },
    ],
    [
      'metrics of event sources',
      { Type: 'AWS::Lambda::EventSourceMapping', Properties: { MetricsConfig: {} } },
    ],
    [
      'metrics of asynchronous calls',
      { Type: 'AWS::CloudWatch::Alarm', Properties: { MetricName: 'AsyncEventsDropped' } },
    ],
    ['start from a snapshot', { Type: 'AWS::Lambda::Function', Properties: { SnapStart: {} } }],
    ['user pools', { Type: 'AWS::Cognito::UserPool', Properties: {} }],
    ['an endpoint at the edge', { Type: 'AWS::ApiGateway::RestApi', Properties: { Types: ['EDGE'] } }],
    [
      'an authoriser that is a function',
      { Type: 'AWS::ApiGatewayV2::Authorizer', Properties: { AuthorizerType: 'REQUEST' } },
    ],
    [
      'a second region of a table',
      { Type: 'AWS::DynamoDB::GlobalTable', Properties: { Replicas: [{}, {}] } },
    ],
    [
      'the content network and its names',
      { Type: 'AWS::Lambda::Function', Properties: { X: 'd1.cloudfront.cn' } },
    ],
    ['a firewall beyond its region', { Type: 'AWS::WAFv2::WebACL', Properties: { Scope: 'CLOUDFRONT' } }],
    ['a certificate of another region', { Type: 'AWS::X', Properties: { Arn: ['arn:', 'us-east-1'] } }],
  ])('the test would see %s', (name, resource) => {
    expect(absent[name]?.({ id: 'X', at: 'X', ...resource })).toBe(true)
  })
})

/** Services whose name as a principal is the same in every partition. Another one must be looked up before it is here. */
const everywhere = [
  'apigateway.amazonaws.com',
  'cloudfront.amazonaws.com',
  'cloudwatch.amazonaws.com',
  'events.amazonaws.com',
  'lambda.amazonaws.com',
  'logging.s3.amazonaws.com',
]

describe.each(stages)('the partition of $name', (stage) => {
  const parts = partsOf(stage)

  test('has all its parts', () => {
    expect([...parts].sort()).toEqual(['api', 'data', 'jobs', 'watch', 'web'])
  })

  test('names no partition', () => {
    for (const part of parts) {
      const text = JSON.stringify(partOf(stage, part))
      expect(text.match(/arn:aws[\w-]*:/g), part).toBeNull()
    }
  })

  test('names a domain of the platform only where it is the same in every partition', () => {
    for (const part of parts)
      for (const word of wordsIn(partOf(stage, part)))
        for (const [name] of word.matchAll(/[\w.-]*amazonaws\.com[\w.]*/g))
          expect(everywhere, `${part}: ${word}`).toContain(name)
  })

  test('says nowhere which account it is for, and when it was made', () => {
    for (const part of parts) {
      const text = JSON.stringify(partOf(stage, part))
      expect(text, part).not.toMatch(/(?<![\w-])\d{12}(?![\w-])/)
      expect(text, part).not.toMatch(/20\d\d-\d\d-\d\dT/)
      expect(text, part).not.toMatch(/AWS::CDK::Metadata|\/home\/|\/root\//)
    }
  })
})
