import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb'
import { BlobCache } from './blob-cache.ts'
import type { AwsCredentials } from './sign.ts'
import { type WireCall, watchWire } from './wire.ts'

export type LinkOptions = {
  readonly table: string
  readonly region?: string
  /** Where the table engine listens; absent = the real DynamoDB of the region. */
  readonly endpoint?: string
  readonly credentials?: AwsCredentials
  /** Sees every request as it goes out. For tests. */
  readonly wire?: (call: WireCall) => void
  readonly clock?: () => Date
  /** Waits some milliseconds before a request is sent again. For tests. */
  readonly pause?: (ms: number) => Promise<void>
  /** Gives the client whose session may touch this owner's partitions only. Absent = one client for all. */
  readonly session?: (prefix: string) => DynamoDBClient
  readonly requestHandler?: DynamoDBClientConfig['requestHandler']
}

/** The way to the table. Only stores use it; everybody else hands it on. */
export type Link = {
  readonly table: string
  /** `prefix` is the start of every key that the caller will name: `T#341700#`. */
  client(prefix: string): DynamoDBClient
  clock(): Date
  readonly pause: (ms: number) => Promise<void>
  readonly cache: BlobCache
  close(): void
}

/** Opens a link. On one machine credentials mean nothing; in the cloud they come from the environment. */
export const connect = (options: LinkOptions): Link => {
  const local = options.endpoint !== undefined
  let only: DynamoDBClient | undefined
  /** Made when it is first asked for: where every owner has a session, nobody does. */
  const one = (): DynamoDBClient => {
    if (only) return only
    only = new DynamoDBClient({
      region: options.region ?? 'cn-north-1',
      maxAttempts: 3,
      ...(local && {
        endpoint: options.endpoint,
        credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
      }),
      ...(options.credentials && { credentials: options.credentials }),
      ...(options.requestHandler && { requestHandler: options.requestHandler }),
    })
    if (options.wire) watchWire(only, options.wire)
    return only
  }
  return {
    table: options.table,
    client: options.session ?? one,
    clock: options.clock ?? (() => new Date()),
    pause: options.pause ?? ((ms) => new Promise((done) => setTimeout(done, ms))),
    cache: new BlobCache(),
    close: () => only?.destroy(),
  }
}
