import { Stack } from 'aws-cdk-lib'
import {
  ApiMapping,
  DomainName,
  type HttpApi,
  type HttpStage,
  SecurityPolicy,
} from 'aws-cdk-lib/aws-apigatewayv2'
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager'
import type { Construct } from 'constructs'
import type { Stage } from '../../stages.ts'

/** The stage's domain on the API itself. The record of the name is set where the name is kept, onto the host printed. */
export const ownDomain = (scope: Construct, stage: Stage, api: HttpApi, gateway: HttpStage): DomainName => {
  const domainName = new DomainName(scope, 'Domain', {
    domainName: stage.domain,
    certificate: Certificate.fromCertificateArn(
      scope,
      'Certificate',
      Stack.of(scope).formatArn({
        service: 'acm',
        resource: 'certificate',
        resourceName: stage.certificate,
      }),
    ),
    securityPolicy: SecurityPolicy.TLS_1_2,
  })
  new ApiMapping(scope, 'Mapping', { api, domainName, stage: gateway })
  return domainName
}
