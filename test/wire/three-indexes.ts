import type { CreateTableCommandInput } from '@aws-sdk/client-dynamodb'

const place = { AttributeName: 'place', KeyType: 'HASH' as const }
const due = { AttributeName: 'due', KeyType: 'RANGE' as const }

/** A table with an index of every projection; `some` has two keys, the others one. */
export const threeIndexes: Partial<CreateTableCommandInput> = {
  AttributeDefinitions: [
    { AttributeName: 'pk', AttributeType: 'S' },
    { AttributeName: 'sk', AttributeType: 'S' },
    { AttributeName: 'place', AttributeType: 'S' },
    { AttributeName: 'due', AttributeType: 'N' },
  ],
  GlobalSecondaryIndexes: [
    {
      IndexName: 'some',
      KeySchema: [place, due],
      Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: ['card'] },
    },
    { IndexName: 'everything', KeySchema: [place], Projection: { ProjectionType: 'ALL' } },
    { IndexName: 'keys', KeySchema: [place], Projection: { ProjectionType: 'KEYS_ONLY' } },
  ],
}
