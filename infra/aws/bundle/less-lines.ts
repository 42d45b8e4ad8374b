/** Lines of a package that no function needs. The list has to be mended where the package is written anew. */
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

/**
 * What schemas are built and asked with, here and by zod itself. There are 137 in zod, and each brings what it
 * works with; a test finds one that our sources name and that is not on this list.
 */
export const schemaMethods: ReadonlySet<string> = new Set(
  `parse safeParse check clone refine superRefine unwrap optional exactOptional nullable array transform
  default readonly regex min max length trim int positive`.split(/\s+/),
)

const zodSchemas = /[\\/]zod[\\/]v4[\\/]classic[\\/]schemas\.js$/
const lambdaAdapter = /[\\/]hono[\\/]dist[\\/]adapter[\\/]aws-lambda[\\/]handler\.js$/

/** One method or accessor of a schema, from its name to the end of its body. */
export const schemaMethod =
  /^ {4}(?:async |get |set )?"?([\w~]+)"?(?:\([^)]*\)|: (?:async )?function \w+\([^)]*\)) \{\n[\s\S]*?^ {4}\},$/gm

const unneededLines: readonly UnneededLines[] = [
  {
    file: /[\\/]client-dynamodb[\\/]dist-es[\\/]schemas[\\/]schemas_0\.js$/,
    lines: /^n0_registry\.registerError\([\w$]+, (\w+)\);$/gm,
    stays: knownErrors,
    found: 35,
  },
  { file: zodSchemas, lines: schemaMethod, stays: schemaMethods, found: 137 },
  // What a schema would tell about itself: its least, its most, its format.
  { file: zodSchemas, lines: /(?<=util\.derived\(\{)\n(?: {4}.*\n)+(?=\}, \{)/g, found: 4 },
  { file: zodSchemas, lines: /^ {4}inst\._zod\.processJSONSchema = .*$/gm, found: 41 },
  // It follows a value that contains itself. Nothing that comes as JSON does.
  { file: zodSchemas, lines: /^ {4}_ensureDefaultMemoizer\(\);$/gm, found: 7 },
  {
    // Under this name all of it would stay, used or not.
    file: zodSchemas,
    lines: /^import \{ util \} from "\.\.\/core\/index\.js";$/gm,
    instead: 'import * as util from "../core/util.js";',
    found: 1,
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
    file: lambdaAdapter,
    lines: /^\t+console\.error\("Error processing request:", error\);$/gm,
    found: 2,
  },
  // Events come from an HTTP API in its second form, and from nothing else.
  { file: lambdaAdapter, lines: /^const (?:v1|alb|latticeV2)Processor = new \w+\(\);$/gm, found: 3 },
  { file: lambdaAdapter, lines: /^\tif \(\w+\(event\)\) return \w+Processor;$/gm, found: 3 },
  { file: lambdaAdapter, lines: /^\treturn v1Processor;$/gm, instead: '\treturn v2Processor;', found: 1 },
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
    throw new Error(
      `${seen} of ${found} lines of ${path}: look at it and mend infra/aws/bundle/less-lines.ts`,
    )
  }, source)
