import { Duration, Stack } from 'aws-cdk-lib'
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager'
import {
  AccessLevel,
  AllowedMethods,
  type BehaviorOptions,
  CachePolicy,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HttpVersion,
  type IResponseHeadersPolicy,
  OriginProtocolPolicy,
  OriginRequestPolicy,
  OriginSslPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront'
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins'
import type { IBucket } from 'aws-cdk-lib/aws-s3'
import type { Construct } from 'constructs'
import { designerPaths, headerSets } from '../../../functions/front/headers.ts'
import type { House } from '../house.ts'
import { edgeCode } from './edge.ts'
import { headersPolicy } from './headers.ts'

/** Nothing of a request but its path decides what a file is. What a file says of its own keeping is followed. */
const fileCache = (scope: Construct, id: string, usual: Duration, longest: Duration): CachePolicy =>
  new CachePolicy(scope, id, {
    minTtl: Duration.seconds(0),
    defaultTtl: usual,
    maxTtl: longest,
    enableAcceptEncodingBrotli: true,
    enableAcceptEncodingGzip: true,
  })

/** Errors that the network would keep for ten seconds by their path alone, whatever its policies and `no-store` say. */
const kept = [400, 403, 404, 405, 414, 500, 501, 502, 503, 504]

/**
 * The content network under the stage's domain: the built client out of a private bucket, the API behind `/api/`. It
 * stands where no ICP filing is asked for; in China the API carries the domain itself (`web-function.ts`).
 */
export const network = (
  scope: Construct,
  { stage, api }: House,
  { pages, logs }: { readonly pages: IBucket; readonly logs: IBucket },
): Distribution => {
  const bucket = S3BucketOrigin.withOriginAccessControl(pages, {
    // With the right to list, a file that is not there is 404; without it 403.
    originAccessLevels: [AccessLevel.READ, AccessLevel.LIST],
  })
  const gateway = new HttpOrigin(api.originDomain, {
    protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
    originSslProtocols: [OriginSslPolicy.TLS_V1_2],
    readTimeout: Duration.seconds(30),
  })
  const short = fileCache(scope, 'Page', Duration.minutes(1), Duration.days(1))
  const long = fileCache(scope, 'Kept', Duration.days(365), Duration.days(365))
  const files = (
    cachePolicy: CachePolicy,
    responseHeadersPolicy: IResponseHeadersPolicy,
  ): BehaviorOptions => ({
    origin: bucket,
    viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
    allowedMethods: AllowedMethods.ALLOW_GET_HEAD,
    compress: true,
    cachePolicy,
    responseHeadersPolicy,
  })
  const sets = headerSets({ issuer: stage.issuer.url, tls: true })
  const site = headersPolicy(scope, 'SiteHeaders', sets.site)
  const edge = new EdgeFunction(scope, 'Edge', {
    code: FunctionCode.fromInline(edgeCode(stage)),
    runtime: FunctionRuntime.JS_2_0,
    comment: 'The one page for every address of the client',
  })
  return new Distribution(scope, 'Network', {
    comment: `Yihu ${stage.name}`,
    domainNames: [stage.domain],
    certificate: Certificate.fromCertificateArn(
      scope,
      'Certificate',
      Stack.of(scope).formatArn({
        service: 'acm',
        // Wherever the stage runs, the network takes its certificates from here.
        region: 'us-east-1',
        resource: 'certificate',
        resourceName: stage.certificate,
      }),
    ),
    minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
    httpVersion: HttpVersion.HTTP2_AND_3,
    enableLogging: true,
    logBucket: logs,
    logFilePrefix: 'network/',
    logIncludesCookies: false,
    defaultRootObject: 'index.html',
    // A refusal is one person's, and the next who asks for that address may be another.
    errorResponses: kept.map((httpStatus) => ({ httpStatus, ttl: Duration.seconds(0) })),
    defaultBehavior: {
      ...files(short, site),
      functionAssociations: [{ function: edge, eventType: FunctionEventType.VIEWER_REQUEST }],
    },
    additionalBehaviors: {
      '/api/*': {
        origin: gateway,
        viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
        allowedMethods: AllowedMethods.ALLOW_ALL,
        // What is not kept is not compressed here; the functions do it themselves.
        compress: false,
        cachePolicy: CachePolicy.CACHING_DISABLED,
        // All of them, with `Authorization`, which cannot be named alone. The gateway knows itself by its own host name.
        originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
      },
      '/assets/*': files(long, site),
      [`${designerPaths.files}*`]: files(
        long,
        headersPolicy(scope, 'DesignerFileHeaders', sets.designerFile),
      ),
      [designerPaths.page]: files(short, headersPolicy(scope, 'DesignerPageHeaders', sets.designerPage)),
    },
  })
}
