import { startTable, wireCall } from '../../../infra/local/table/index.ts'

const shard = 'shardId-00000000000000000000-00000000'
const definition = {
  TableName: 'streamed',
  BillingMode: 'PAY_PER_REQUEST',
  AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
  KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
}
export interface StreamRecord {
  readonly eventName: string
  readonly userIdentity?: object
  readonly dynamodb: {
    readonly SequenceNumber: string
    readonly Keys: object
    readonly NewImage?: object
    readonly OldImage?: object
  }
}
export interface Page {
  readonly Records: StreamRecord[]
  readonly NextShardIterator?: string
}

/** An engine whose clock the test moves (it sweeps every 20 ms), and the calls that tests of streams share. */
export class Streamed {
  now = Date.parse('2026-11-21T00:00:00Z')
  readonly #running = startTable({ clock: () => this.now, sweepEvery: 20 })

  async stop(): Promise<void> {
    await (await this.#running).stop()
  }

  async call<T = Record<string, unknown>>(operation: string, body: object): Promise<T> {
    return wireCall<T>((await this.#running).endpoint, operation, body)
  }

  /** Makes the table `streamed` with a stream of this view and gives the stream's name. */
  async create(StreamViewType: string): Promise<string> {
    const { TableDescription: made } = await this.call<{ TableDescription: { LatestStreamArn: string } }>(
      'CreateTable',
      { ...definition, StreamSpecification: { StreamEnabled: true, StreamViewType } },
    )
    return made.LatestStreamArn
  }

  async put(pk: string, more: object = {}): Promise<void> {
    await this.call('PutItem', { TableName: 'streamed', Item: { pk: { S: pk }, ...more } })
  }

  async remove(pk: string): Promise<void> {
    await this.call('DeleteItem', { TableName: 'streamed', Key: { pk: { S: pk } } })
  }

  async iterator(StreamArn: string, ShardIteratorType: string, SequenceNumber?: string): Promise<string> {
    const body = { StreamArn, ShardId: shard, ShardIteratorType, SequenceNumber }
    return (await this.call<{ ShardIterator: string }>('GetShardIterator', body)).ShardIterator
  }

  async read(arn: string, type = 'TRIM_HORIZON', sequence?: string): Promise<StreamRecord[]> {
    const ShardIterator = await this.iterator(arn, type, sequence)
    return (await this.call<Page>('GetRecords', { ShardIterator })).Records
  }
}
