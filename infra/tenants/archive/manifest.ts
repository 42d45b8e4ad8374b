import { createHash } from 'node:crypto'
import * as z from 'zod'
import { canonical } from '#forms/release'
import { Registered } from '../registry.ts'

/** Files of an archive, and there are no others. */
export const manifestFile = 'manifest.json'
export const rowsFile = 'rows.ndjson.gz'
export const keysFile = 'keys.json'

const hash = z.string().regex(/^[0-9a-f]{64}$/)
const count = z.int().min(0)
const Part = z.strictObject({ bytes: count, sha256: hash })
const Instant = z.iso.datetime()

/** What an archive says of its rows, and what its sealed keys are bound to. */
export const Contents = z.strictObject({
  format: z.literal('yihu-tenant-archive'),
  version: z.literal(1),
  /** Version of the tool that wrote it. */
  tool: z.string(),
  city: z.string().regex(/^\d{6}$/),
  name: z.string(),
  /** The place and the table that it was read from. */
  place: z.string(),
  table: z.string(),
  /** Rows whose life ended before this instant are not in it. */
  at: Instant,
  finished: Instant,
  /**
   * `snapshot`: the rows as they stood together at one moment, because two readings one after the other were the same.
   * `scan`: each row as it stood at some moment between `at` and `finished`.
   */
  consistency: z.enum(['snapshot', 'scan']),
  /** Revisions of what people change together, before the first row was read and after the last one. */
  moved: z.strictObject({ begin: z.array(count), end: z.array(count) }),
  registry: Registered.optional(),
  rows: count,
  kinds: z.record(z.string(), count),
  /** The rows before they were packed. */
  text: Part,
  packed: Part,
})
export type Contents = z.infer<typeof Contents>

export const Manifest = z.strictObject({ contents: Contents, keys: Part })
export type Manifest = z.infer<typeof Manifest>

export const sha256Of = (text: string | Uint8Array): string => createHash('sha256').update(text).digest('hex')

/** The one text of contents, to which keys are bound. */
export const textOf = (contents: Contents): string => canonical(contents)
/** Its parts in the order in which they stand above, whoever made it. */
export const manifestText = (manifest: Manifest): string =>
  `${JSON.stringify(Manifest.parse(manifest), null, 2)}\n`
/** The hash by which an archive is named in registries and certificates: of its manifest, as it lies there. */
export const archiveId = (manifest: Manifest): string => sha256Of(manifestText(manifest))
