import { randomUUID } from 'node:crypto'
import type { Engine } from '../engine.ts'
import { equalItems } from '../values/attribute.ts'
import { itemSize } from '../values/size.ts'
import type { Change } from './mutation.ts'
import { keyOf } from './schema.ts'

/** Writes the stream record of a change, in the change's own transaction. A change of nothing leaves none. */
export function recordChange(engine: Engine, { table, old, next, isExpiry }: Change): void {
  const stream = table.stream
  const standing = next ?? old
  if (stream === undefined || standing === undefined) return
  if (old !== undefined && next !== undefined && equalItems(old, next)) return
  const seconds = Math.floor(engine.clock() / 1000)
  const keys = keyOf(table, standing)
  const showsNew = stream.view === 'NEW_IMAGE' || stream.view === 'NEW_AND_OLD_IMAGES'
  const showsOld = stream.view === 'OLD_IMAGE' || stream.view === 'NEW_AND_OLD_IMAGES'
  const images = { ...(showsNew && next && { NewImage: next }), ...(showsOld && old && { OldImage: old }) }
  const size = [keys, ...Object.values(images)].reduce((sum, item) => sum + itemSize(item), 0)
  const record = {
    eventID: randomUUID().replaceAll('-', ''),
    eventName: old === undefined ? 'INSERT' : next === undefined ? 'REMOVE' : 'MODIFY',
    eventVersion: '1.1',
    eventSource: 'aws:dynamodb',
    awsRegion: engine.region,
    dynamodb: {
      ApproximateCreationDateTime: seconds,
      Keys: keys,
      ...images,
      SizeBytes: size,
      StreamViewType: stream.view,
    },
    ...(isExpiry && { userIdentity: { Type: 'Service', PrincipalId: 'dynamodb.amazonaws.com' } }),
  }
  engine.db.run(
    'INSERT INTO records (stream_id, at, body) VALUES (?, ?, ?)',
    stream.id,
    engine.clock(),
    JSON.stringify(record),
  )
}
