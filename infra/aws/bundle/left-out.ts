import { fileURLToPath } from 'node:url'

const without = (part: string): string => fileURLToPath(new URL(`without/${part}.ts`, import.meta.url))

/**
 * Parts of the SDK that are left out: its ways to find credentials, because a function gets its own from tenant
 * sessions and no other (`functions/store/session.ts`); and two that DynamoDB in a function never uses. A client made
 * without a session fails at its first request, it does not fall back.
 */
export const leftOut: Readonly<Record<string, string>> = {
  '@aws-sdk/credential-provider-node': without('credentials'),
  '@aws-sdk/middleware-endpoint-discovery': without('endpoint-discovery'),
  '@smithy/core/event-streams': without('event-streams'),
}

/** A single file of a package that no function needs, by how its package asks for it, and what stands for it. */
export type UnneededFile = { readonly asked: RegExp; readonly by: RegExp; readonly instead: string }

const file = (asked: RegExp, by: RegExp, instead: string): UnneededFile => ({
  asked,
  by,
  instead: without(instead),
})
export const unneededFiles: readonly UnneededFile[] = [
  // Only the description of the API is made of JSON Schema, and it was written when the function was built.
  file(/\/(?:to-json-schema|json-schema-processors)\.js$/, /[\\/]zod[\\/]v4[\\/]/, 'json-schema'),
  // No item, and no answer about one, holds a time stamp of the protocol.
  file(/^\.\/date-utils$/, /[\\/]@smithy[\\/]core[\\/]/, 'timestamps'),
  file(/^\.\/Sha256Js$/, /[\\/]Sha256Node\.js$/, 'sha256'),
  // 17 KB that decide where DynamoDB is in every partition that there is.
  file(/^\.\/endpoint\/endpointResolver$/, /[\\/]client-dynamodb[\\/]/, 'endpoint-rules'),
  file(/^\.\/HttpBindingNormalizedSchema$/, /[\\/]protocols[\\/]HttpProtocol\.js$/, 'http-bindings'),
  // The streams of files are loaded to see whether a body is one.
  file(/\/calculateBodyLength$/, /[\\/]serde[\\/]index\.js$/, 'body-length'),
  // A function has no home folder, and asks no machine for its region.
  file(/\/loadSharedConfigFiles$/, /[\\/]@smithy[\\/]core[\\/]/, 'config-files'),
  file(/\/getInstanceMetadataRegion$/, /[\\/]@smithy[\\/]core[\\/]/, 'machine-region'),
  file(/\/AdaptiveRetryStrategy$/, /[\\/]middleware-retry[\\/]configurations\.js$/, 'adaptive-retry'),
  file(/^\.\/util-endpoints\/aws$/, /[\\/]submodules[\\/]client[\\/]index\.js$/, 'endpoint-rules'),
  file(/\/lib\/aws\/partition$/, /[\\/]middleware-user-agent[\\/]/, 'endpoint-rules'),
  // The headers of messages in an event stream, which nobody signs here.
  file(/^\.\/HeaderFormatter$/, /[\\/]signature-v4[\\/]/, 'event-headers'),
  file(/^\.\/recursionDetectionMiddleware$/, /[\\/]middleware-recursion-detection[\\/]/, 'traces'),
]
