import { fileURLToPath } from 'node:url'

/** How a function is bundled, for the stacks and for the tests that weigh it. */
export type Bundling = {
  readonly format: 'esm'
  readonly platform: 'node'
  readonly target: string
  readonly mainFields: readonly string[]
  readonly minify: boolean
  readonly banner: string
  readonly charset: 'utf8'
  readonly alias: Readonly<Record<string, string>>
}

const without = (part: string): string => fileURLToPath(new URL(`without/${part}.ts`, import.meta.url))

/**
 * ES modules all the way: the CommonJS build of the SDK is half as large again and three times as slow to start. The
 * SDK's ways to find credentials are left out, because a function gets its own from tenant sessions and no other
 * (`functions/store/session.ts`); a client made without them would fail at its first request, not fall back. So are
 * two parts that DynamoDB in a function never uses. Chinese stays as it is: escaped it takes twice the bytes.
 */
export const bundling: Bundling = {
  format: 'esm',
  platform: 'node',
  target: 'node24',
  mainFields: ['module', 'main'],
  minify: true,
  banner: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);",
  charset: 'utf8',
  alias: {
    '@aws-sdk/credential-provider-node': without('credentials'),
    '@aws-sdk/middleware-endpoint-discovery': without('endpoint-discovery'),
    '@smithy/core/event-streams': without('event-streams'),
  },
}

export const entries = {
  city: fileURLToPath(new URL('../../functions/city.ts', import.meta.url)),
  studio: fileURLToPath(new URL('../../functions/studio.ts', import.meta.url)),
  province: fileURLToPath(new URL('../../functions/province.ts', import.meta.url)),
} as const
