import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway'
import type { CfnStage } from 'aws-cdk-lib/aws-apigatewayv2'
import { type HttpApi, HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2'
import type { Construct } from 'constructs'
import type { Stage } from '../../stages.ts'
import { keptLog } from '../log.ts'
import { accessLogName } from '../names.ts'

/**
 * Addresses that somebody without a place in any tenant may ask, and so the only ones where guessing could pay: as
 * many a second, over everybody, as a province that opens its cities in one morning needs.
 */
const guessable = ['POST /api/invitations/look', 'POST /api/invitations/accept']
const guesses = { ThrottlingRateLimit: 5, ThrottlingBurstLimit: 20 }

/**
 * One line a request. The route stands for the address, which names households; the function's own line under the same
 * request id says the city.
 */
const line = {
  at: '$context.requestTimeEpoch',
  request: '$context.requestId',
  ip: '$context.identity.sourceIp',
  route: '$context.routeKey',
  status: '$context.status',
  bytes: '$context.responseLength',
  ms: '$context.responseLatency',
  functionMs: '$context.integrationLatency',
  functionStatus: '$context.integrationStatus',
  refused: '$context.authorizer.error',
  error: '$context.error.messageString',
}

/** The API's only stage. `$default` leaves the path as it was asked; a named one puts its name before it. */
export const defaultStage = (scope: Construct, httpApi: HttpApi, stage: Stage): HttpStage => {
  const logs = keptLog(scope, 'AccessLog', stage, accessLogName(stage))
  const { rate: rateLimit, burst: burstLimit } = stage.throttle
  const gateway = new HttpStage(scope, 'Gateway', {
    httpApi,
    stageName: '$default',
    autoDeploy: true,
    detailedMetricsEnabled: true,
    throttle: { rateLimit, burstLimit },
    accessLogSettings: {
      destination: new LogGroupLogDestination(logs),
      format: AccessLogFormat.custom(JSON.stringify(line)),
    },
  })
  const resource = gateway.node.defaultChild as CfnStage
  resource.routeSettings = Object.fromEntries(
    guessable.map((route) => [route, { ...guesses, DetailedMetricsEnabled: true }]),
  )
  return gateway
}
