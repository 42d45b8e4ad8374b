import { Duration } from 'aws-cdk-lib'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { Architecture, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda'
import type { Construct } from 'constructs'
import type { Access } from './access.ts'
import { cloudFunctions, type FunctionName, settingsOf } from './functions.ts'
import type { Site } from './house.ts'
import { keptLog } from './log.ts'
import { functionName, logGroupName } from './names.ts'

const idOf = (name: string): string => name.replace(/^./, (letter) => letter.toUpperCase())

/**
 * One function of `cloudFunctions`, with the log group that it alone writes to. No tracing service is asked for: China
 * has none, and the log line of a request says what a trace would.
 */
export const addFunction = (
  scope: Construct,
  name: FunctionName,
  { stage, data, code }: Site,
  access: Access,
): LambdaFunction => {
  const { memory, seconds, atOnce } = cloudFunctions[name]
  const logGroup = keptLog(scope, `${idOf(name)}Logs`, stage, logGroupName(stage, name))
  const role = access.of(name)
  role.addToPolicy(
    new PolicyStatement({
      sid: 'OwnLog',
      actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      resources: [logGroup.logGroupArn],
    }),
  )
  return new LambdaFunction(scope, idOf(name), {
    functionName: functionName(stage, name),
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    handler: 'index.handler',
    code: code(name),
    memorySize: memory,
    timeout: Duration.seconds(seconds),
    reservedConcurrentExecutions: atOnce,
    role,
    logGroup,
    environment: settingsOf(name, {
      stage,
      table: data.table.tableName,
      tableArn: data.table.tableArn,
      masterKey: data.masterKey.keyArn,
      archive: data.archive.bucketName,
      roles: access.sessions,
    }),
  })
}
