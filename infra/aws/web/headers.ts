import { Duration } from 'aws-cdk-lib'
import {
  HeadersFrameOption,
  HeadersReferrerPolicy,
  ResponseHeadersPolicy,
  type ResponseHeadersPolicyProps,
  type ResponseSecurityHeadersBehavior,
} from 'aws-cdk-lib/aws-cloudfront'
import type { Construct } from 'constructs'
import type { Headers } from '../../../functions/front/headers.ts'

type Security = {
  -readonly [name in keyof ResponseSecurityHeadersBehavior]: ResponseSecurityHeadersBehavior[name]
}

const override = true
const frames: Readonly<Record<string, HeadersFrameOption>> = {
  DENY: HeadersFrameOption.DENY,
  SAMEORIGIN: HeadersFrameOption.SAMEORIGIN,
}

/** Headers that the content network knows by name are set there and nowhere else: it refuses them among the others. */
const known: Readonly<Record<string, (value: string) => Security>> = {
  'content-security-policy': (contentSecurityPolicy) => ({
    contentSecurityPolicy: { contentSecurityPolicy, override },
  }),
  'x-content-type-options': () => ({ contentTypeOptions: { override } }),
  'referrer-policy': (value) => {
    const referrerPolicy = Object.values(HeadersReferrerPolicy).find((one) => one === value)
    if (!referrerPolicy) throw new Error(`the content network knows no referrer policy "${value}"`)
    return { referrerPolicy: { referrerPolicy, override } }
  },
  'x-frame-options': (value) => {
    const frameOption = frames[value]
    if (!frameOption) throw new Error(`the content network knows no frame option "${value}"`)
    return { frameOptions: { frameOption, override } }
  },
  'strict-transport-security': (value) => ({
    strictTransportSecurity: {
      accessControlMaxAge: Duration.seconds(Number(/max-age=(\d+)/.exec(value)?.[1])),
      includeSubdomains: value.includes('includeSubDomains'),
      override,
    },
  }),
}

/** The same for what others may read. Only "everybody, without credentials" is ever said. */
const shared = (value: string): Pick<ResponseHeadersPolicyProps, 'corsBehavior'> => ({
  corsBehavior: {
    accessControlAllowOrigins: [value],
    accessControlAllowMethods: ['GET', 'HEAD'],
    accessControlAllowHeaders: ['*'],
    accessControlAllowCredentials: false,
    originOverride: true,
  },
})

/** A set of `functions/front/headers.ts` as the content network takes it: every header of it, and no other. */
export const headersPolicy = (scope: Construct, id: string, set: Headers): ResponseHeadersPolicy => {
  const securityHeadersBehavior: Security = {}
  const customHeaders: { header: string; value: string; override: boolean }[] = []
  let cors: Pick<ResponseHeadersPolicyProps, 'corsBehavior'> = {}
  for (const [header, value] of Object.entries(set)) {
    const named = known[header]
    if (named) Object.assign(securityHeadersBehavior, named(value))
    else if (header === 'access-control-allow-origin') cors = shared(value)
    else customHeaders.push({ header, value, override })
  }
  return new ResponseHeadersPolicy(scope, id, {
    securityHeadersBehavior,
    customHeadersBehavior: { customHeaders },
    ...cors,
  })
}
