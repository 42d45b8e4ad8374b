import type { Deps } from '../api/env.ts'
import { cloudDeps, cloudLink, cloudOf } from '../cloud.ts'
import { awsPost, bounds, connect, type KeyRing, type Link, regional } from '../store/index.ts'
import type { JobWays } from './jobs.ts'
import { fileRing } from './key-files.ts'
import type { Environment, Settings } from './settings.ts'
import type { StreamCall } from './shards.ts'

/** The table, the keys and the ways of the jobs, as the settings say. */
export type Ground = {
  readonly link: Link
  readonly ring: KeyRing
  /** Absent where jobs run elsewhere. */
  readonly jobs?: JobWays
}

/** One way for everything: the process itself may reach every row. */
const ofFiles = (set: Settings, folder: string): Ground => {
  const link = connect({
    table: set.YIHU_TABLE,
    region: set.AWS_REGION,
    requestHandler: bounds,
    ...(set.AWS_ENDPOINT_URL_DYNAMODB && { endpoint: set.AWS_ENDPOINT_URL_DYNAMODB }),
    credentials: {
      accessKeyId: set.AWS_ACCESS_KEY_ID,
      secretAccessKey: set.AWS_SECRET_ACCESS_KEY,
      ...(set.AWS_SESSION_TOKEN !== undefined && { sessionToken: set.AWS_SESSION_TOKEN }),
    },
  })
  return { link, ring: fileRing(folder), jobs: { rollup: { link }, courier: { link } } }
}

/** As the functions do: a session for each city, and the jobs with rights of their own. */
const ofSessions = (
  environment: Environment,
  roles: Extract<Settings['keys'], { kind: 'sessions' }>['jobs'],
): Ground => {
  const { link, ring }: Deps = cloudDeps({
    ...environment,
    LAMBDA_TASK_ROOT: '.',
    YIHU_FUNCTION: 'server',
  })
  const as = (city: string, province: string, member?: string) => ({
    link: cloudLink({
      ...environment,
      YIHU_CITY_ROLE: city,
      YIHU_PROVINCE_ROLE: province,
      YIHU_MEMBER_ROLE: member,
    }),
  })
  if (!roles) return { link, ring }
  const rollup = as(
    roles.YIHU_ROLLUP_CITY_ROLE,
    roles.YIHU_ROLLUP_PROVINCE_ROLE,
    roles.YIHU_ROLLUP_MEMBER_ROLE,
  )
  const courier = as(roles.YIHU_COURIER_CITY_ROLE, roles.YIHU_COURIER_PROVINCE_ROLE)
  return { link, ring, jobs: { rollup, courier } }
}

export const groundOf = (set: Settings, environment: Environment): Ground =>
  set.keys.kind === 'files' ? ofFiles(set, set.keys.folder) : ofSessions(environment, set.keys.jobs)

const ofStream: ReadonlySet<string> = new Set(['DescribeStream', 'GetShardIterator', 'GetRecords'])

/** Reads the table's stream in the process's own name: it carries keys and no values. */
export const streamCalls = (set: Settings, environment: Environment): StreamCall => {
  const cloud = cloudOf(environment)
  const table = set.AWS_ENDPOINT_URL_DYNAMODB
  const stream =
    set.AWS_ENDPOINT_URL_DYNAMODB_STREAMS ?? table ?? regional('streams.dynamodb', set.AWS_REGION)
  return async <T>(operation: string, body: object) => {
    const isStream = ofStream.has(operation)
    const endpoint = isStream ? stream : table
    const answer = await awsPost(
      { ...cloud, endpoints: endpoint === undefined ? {} : { dynamodb: endpoint } },
      'dynamodb',
      {
        'content-type': 'application/x-amz-json-1.0',
        'x-amz-target': `${isStream ? 'DynamoDBStreams' : 'DynamoDB'}_20120810.${operation}`,
      },
      JSON.stringify(body),
    )
    return answer as T
  }
}
