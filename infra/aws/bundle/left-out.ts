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
  file(/^\.\/recursionDetectionMiddleware$/, /[\\/]middleware-recursion-detection[\\/]/, 'traces'),
]

/** Single lines of a package that no function needs. The list has to be mended where the package is written anew. */
type UnneededLines = {
  readonly file: RegExp
  readonly lines: RegExp
  /** Lines whose first group is one of these stay. */
  readonly stays?: ReadonlySet<string>
  /** What stands for the others; nothing, unless it is set. */
  readonly instead?: string
  /** How many are found: what is not as it was when this was written needs a look. */
  readonly found: number
}

/**
 * Errors of the table that the store tells apart by their class. Every other error keeps its name, its fault and its
 * message without one.
 */
const knownErrors = new Set(['ConditionalCheckFailedException', 'TransactionCanceledException'])

const zodSchemas = /[\\/]zod[\\/]v4[\\/]classic[\\/]schemas\.js$/

const unneededLines: readonly UnneededLines[] = [
  {
    file: /[\\/]client-dynamodb[\\/]dist-es[\\/]schemas[\\/]schemas_0\.js$/,
    lines: /^n0_registry\.registerError\([\w$]+, (\w+)\);$/gm,
    stays: knownErrors,
    found: 35,
  },
  {
    // `z.string().email()` and 25 like it bring every format there is; `z.email()` brings one, and is zod's own advice.
    file: zodSchemas,
    lines: /^ {4}(\w+)\(params\) \{\n {8}return this\.check\(core\._\w+\(Zod\w+, params\)\);\n {4}\},$/gm,
    found: 26,
  },
  {
    // A function runs with `--disallow-code-generation-from-strings`: zod never compiles a schema there.
    file: zodSchemas,
    lines: /core\.\$ZodObjectJIT\.init\(inst, def\);/g,
    instead: 'core.$ZodObject.init(inst, def);',
    found: 1,
  },
  {
    // It would write the thrown error as it is, over many lines, and a header's value in it. We log the refusal.
    file: /[\\/]hono[\\/]dist[\\/]adapter[\\/]aws-lambda[\\/]handler\.js$/,
    lines: /^\t+console\.error\("Error processing request:", error\);$/gm,
    found: 2,
  },
]

/** A source of a package without the lines that nobody needs. */
export const lessLines = (path: string, source: string): string =>
  unneededLines.reduce((text, { file, lines, stays, instead = '', found }) => {
    if (!file.test(path)) return text
    let seen = 0
    const less = text.replace(lines, (line, name: string) => {
      seen++
      return stays?.has(name) ? line : instead
    })
    if (seen === found) return less
    throw new Error(`${seen} of ${found} lines of ${path}: look at it and mend infra/aws/bundle/left-out.ts`)
  }, source)
