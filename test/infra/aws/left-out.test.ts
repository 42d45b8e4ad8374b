import { globSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, expect, test } from 'vitest'
import { connect } from '../../../functions/store/index.ts'
import { lessLines, schemaMethod, schemaMethods } from '../../../infra/aws/bundle/less-lines.ts'
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
    expect(() => lessLines(path, 'export {}')).toThrow('mend infra/aws/bundle/less-lines.ts')
  })
})

describe('what a schema can do in a bundle', () => {
  const path = createRequire(import.meta.url)
    .resolve('zod/v4')
    .replace(/index\.c?js$/, 'classic/schemas.js')
  const whole = readFileSync(path, 'utf8')
  const methods = new Set([...whole.matchAll(schemaMethod)].map(([, name = '']) => name))
  const sources = globSync('{forms,functions}/**/*.ts', {
    cwd: new URL('../../..', import.meta.url).pathname,
  })

  /** Names of something else in our sources: promises, texts, lists, addresses, encoders, `z.…` itself. */
  const others: ReadonlySet<string> = new Set(
    `catch description includes startsWith endsWith normalize toLowerCase toUpperCase with url date datetime encode
    decode toJSONSchema`.split(/\s+/),
  )
  /** Where a whole process reads its settings, which is in no bundle. */
  const unbundled = /functions\/server\//

  test('is all that our sources ask of it', () => {
    expect(methods.size).toBeGreaterThan(90)
    const named = sources
      .filter((source) => !unbundled.test(source))
      .flatMap((source) => {
        const text = readFileSync(new URL(`../../../${source}`, import.meta.url), 'utf8')
        return [...text.matchAll(/\.(\w+)\(/g)].flatMap(([, name = '']) => (methods.has(name) ? [name] : []))
      })
    const missing = [...new Set(named)].filter((name) => !schemaMethods.has(name) && !others.has(name))
    expect(missing).toEqual([])
    expect(named).toContain('exactOptional')
  })

  test('stays, and the rest goes with what it brings', () => {
    const less = lessLines(path, whole)
    const left = [...less.matchAll(schemaMethod)].map(([, name = '']) => name)
    expect(new Set(left)).toEqual(schemaMethods)
    expect(less).not.toMatch(/processJSONSchema|Memoizer\(\);/)
    expect(less.split('\n').filter((line) => /^export (?:const|function) /.test(line))).toEqual(
      whole.split('\n').filter((line) => /^export (?:const|function) /.test(line)),
    )
  })
})

test('the adapter knows events of an HTTP API in their second form alone', () => {
  const path = createRequire(import.meta.url)
    .resolve('hono/aws-lambda')
    .replace(/dist\/.*$/, 'dist/adapter/aws-lambda/handler.js')
  const less = lessLines(path, readFileSync(path, 'utf8'))
  const [, body = ''] = /const getProcessor = \(event\) => \{([^}]*)\}/.exec(less) ?? []
  expect(body.trim()).toBe('return v2Processor;')
  expect(less.match(/= new \w*Processor\(/g)).toEqual(['= new EventV2Processor('])
})
