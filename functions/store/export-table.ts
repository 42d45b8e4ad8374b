import { awsPost, type Cloud } from './aws.ts'
import { assume } from './session.ts'

/** What is exported, and where to. */
export type ExportOrder = {
  /** ARN of the role that may start it. */
  readonly role: string
  /** ARN of the table. */
  readonly table: string
  /** Name of the bucket. */
  readonly bucket: string
  /** ARN of the key that the bucket encrypts with; absent = the account's own key for S3. */
  readonly key?: string | undefined
  /** `2026-11`: names the folder, and makes a repetition the same export. */
  readonly month: string
}

/**
 * Starts a copy of the whole table, as of now, into `exports/<month>/` of the bucket; answers its ARN. The service makes
 * it by itself; it touches no capacity of the table. Ordered again within eight hours it is the same one.
 */
export const exportTable = async (
  cloud: Cloud,
  { role, table, bucket, key, month }: ExportOrder,
): Promise<string> => {
  const session = await assume(cloud, role, [])
  const answer = await awsPost(
    { ...cloud, credentials: () => session },
    'dynamodb',
    {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': 'DynamoDB_20120810.ExportTableToPointInTime',
    },
    JSON.stringify({
      TableArn: table,
      S3Bucket: bucket,
      S3Prefix: `exports/${month}`,
      S3SseAlgorithm: 'KMS',
      ...(key !== undefined && { S3SseKmsKeyId: key }),
      ExportFormat: 'DYNAMODB_JSON',
      ClientToken: `yihu-${month}`,
    }),
  )
  const { ExportDescription } = answer as { readonly ExportDescription?: { readonly ExportArn?: unknown } }
  return String(ExportDescription?.ExportArn ?? '')
}
