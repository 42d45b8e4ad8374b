import { describe, expect, test } from 'vitest'
import { connect } from '../../../functions/store/index.ts'
import { lessLines } from '../../../infra/aws/bundle/left-out.ts'
import { calculateBodyLength } from '../../../infra/aws/bundle/without/body-length.ts'
import { defaultEndpointResolver } from '../../../infra/aws/bundle/without/endpoint-rules.ts'
import { stages } from '../../../infra/stages.ts'

/** Regions of every kind that a stage may name: of the world, of China, in every naming that there is. */
const regions = [
  ...stages.map(({ region }) => region),
  'us-east-1',
  'eu-central-1',
  'ap-southeast-7',
  'me-central-1',
  'il-central-1',
  'mx-central-1',
  'ca-west-1',
  'cn-north-1',
  'cn-northwest-1',
]

describe('the address of the table in a bundle', () => {
  const rules = connect({ table: 'none' }).client('T#341700#').config.endpointProvider

  test.each([...new Set(regions)])('in %s is the one that the whole SDK finds', (Region) => {
    const asked = { Region, UseFIPS: false, UseDualStack: false, ResourceArn: 'yihu' }
    expect(defaultEndpointResolver(asked).url.href).toBe(rules(asked).url.href)
  })

  test('from the settings goes before, and what is not built in is refused', () => {
    const asked = { Region: 'cn-north-1', Endpoint: 'http://127.0.0.1:8000' }
    expect(defaultEndpointResolver(asked).url.href).toBe(rules(asked).url.href)
    expect(() => defaultEndpointResolver({ ...asked, UseFIPS: true })).toThrow('FIPS')
  })
})

test('a body is measured in bytes, and a stream is none', () => {
  expect([calculateBodyLength('池州'), calculateBodyLength(undefined)]).toEqual([6, 0])
  expect(calculateBodyLength(new Uint8Array(3))).toBe(3)
  expect(() => calculateBodyLength({ path: '/etc/hosts' })).toThrow('text')
})

describe('lines that are taken out of a package', () => {
  const errors = (more = 0) =>
    [
      'const before = 1',
      'n0_registry.registerError(ConditionalCheckFailedException$, ConditionalCheckFailedException);',
      ...Array.from({ length: 34 + more }, (_, n) => `n0_registry.registerError(E${n}$, E${n});`),
    ].join('\n')
  const path = '/x/@aws-sdk/client-dynamodb/dist-es/schemas/schemas_0.js'

  test('are those, and what the store tells apart stays', () => {
    const left = lessLines(path, errors()).split('\n').filter(Boolean)
    expect(left).toEqual(errors().split('\n').slice(0, 2))
    expect(lessLines('/x/schemas.js', errors())).toBe(errors())
  })

  test('stop the build where the package was written anew', () => {
    expect(() => lessLines(path, errors(1))).toThrow('36 of 35 lines')
    expect(() => lessLines(path, 'export {}')).toThrow('mend infra/aws/bundle/left-out.ts')
  })
})
