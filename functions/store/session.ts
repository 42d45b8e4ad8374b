import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { awsPost, type Cloud } from './aws.ts'

const tags: { readonly [kind: string]: string } = { T: 'city', P: 'province', U: 'member' }
const room = 64

type Assumed = {
  readonly AssumeRoleResponse: {
    readonly AssumeRoleResult: {
      readonly Credentials: {
        readonly AccessKeyId: string
        readonly SecretAccessKey: string
        readonly SessionToken: string
        /** Seconds since 1970. */
        readonly Expiration: number
      }
    }
  }
}

/**
 * One client for each prefix, each with a session of the tenant role that is tagged with its city, province or member.
 * The role lets a session touch the partitions of its tag alone, and the function itself has no right to the table: a
 * request that leaves its prefix is denied by the service, whatever this code does. The SDK renews a session before
 * its end; the least recently used of more than 64 goes.
 */
export const tenantSessions = (cloud: Cloud, roleArn: string): ((prefix: string) => DynamoDBClient) => {
  const clients = new Map<string, DynamoDBClient>()

  const assume = async (tag: string, value: string) => {
    const form = new URLSearchParams({
      Action: 'AssumeRole',
      Version: '2011-06-15',
      RoleArn: roleArn,
      RoleSessionName: `${tag}-${value}`.slice(0, 64),
      DurationSeconds: '3600',
      'Tags.member.1.Key': tag,
      'Tags.member.1.Value': value,
    })
    const type = { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' }
    const answer = (await awsPost(cloud, 'sts', type, form.toString())) as Assumed
    const { Credentials } = answer.AssumeRoleResponse.AssumeRoleResult
    return {
      accessKeyId: Credentials.AccessKeyId,
      secretAccessKey: Credentials.SecretAccessKey,
      sessionToken: Credentials.SessionToken,
      expiration: new Date(Credentials.Expiration * 1000),
    }
  }

  return (prefix) => {
    const [, kind = '', value = ''] = /^([TPU])#(\w+)#$/.exec(prefix) ?? []
    const tag = tags[kind]
    if (tag === undefined) throw new TypeError('a session is for one prefix')
    const client =
      clients.get(prefix) ??
      new DynamoDBClient({
        region: cloud.region,
        maxAttempts: 3,
        credentials: () => assume(tag, value),
        requestHandler: { connectionTimeout: 1000, requestTimeout: 3000 },
      })
    clients.delete(prefix)
    clients.set(prefix, client)
    for (const oldest of clients.keys()) {
      if (clients.size <= room) break
      // Not destroyed: a request may still be using it. Its sockets close when they idle.
      clients.delete(oldest)
    }
    return client
  }
}
