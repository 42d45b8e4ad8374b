/** Calls one operation of the table or of its stream over the wire. Throws what was refused, or that nobody answered. */
export type StreamCall = <T>(operation: string, body: object) => Promise<T>

type Shard = { readonly ShardId: string; readonly ParentShardId?: string }
type Described = {
  readonly StreamDescription: { readonly Shards: readonly Shard[]; readonly LastEvaluatedShardId?: string }
}
/** Where one shard is read next. */
export type Place = { readonly shard: string; iterator: string }

/** Every shard that the stream still has. */
const shardsOf = async (call: StreamCall, StreamArn: string): Promise<readonly Shard[]> => {
  const found: Shard[] = []
  for (let after: string | undefined; ; ) {
    const { StreamDescription } = await call<Described>('DescribeStream', {
      StreamArn,
      ...(after !== undefined && { ExclusiveStartShardId: after }),
    })
    found.push(...StreamDescription.Shards)
    after = StreamDescription.LastEvaluatedShardId
    if (after === undefined) return found
  }
}

/**
 * The places to read at now: one in each shard that is not finished and whose parent is, from its oldest record. A parent
 * that the stream no longer has is finished as well.
 */
export const openShards = async (
  call: StreamCall,
  table: string,
  finished: ReadonlySet<string>,
  known: ReadonlyMap<string, Place>,
): Promise<readonly Place[]> => {
  const { Table } = await call<{ Table: { LatestStreamArn: string } }>('DescribeTable', { TableName: table })
  const shards = await shardsOf(call, Table.LatestStreamArn)
  const there = new Set(shards.map(({ ShardId }) => ShardId))
  const open = shards.filter(
    ({ ShardId, ParentShardId: parent }) =>
      !finished.has(ShardId) && (parent === undefined || !there.has(parent) || finished.has(parent)),
  )
  return Promise.all(
    open.map(async ({ ShardId: shard }) => {
      const place = known.get(shard)
      if (place) return place
      const from = { StreamArn: Table.LatestStreamArn, ShardId: shard, ShardIteratorType: 'TRIM_HORIZON' }
      const { ShardIterator: iterator } = await call<{ ShardIterator: string }>('GetShardIterator', from)
      return { shard, iterator }
    }),
  )
}
