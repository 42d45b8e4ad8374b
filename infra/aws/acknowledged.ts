import { type App, Validations } from 'aws-cdk-lib'
import { isChina, type Stage } from '../stages.ts'
import { routeId } from './api/gateway.ts'
import { gatewayRoutes, unknownAddress } from './api/routes.ts'
import { stackName } from './names.ts'

/** One finding of the rules that stands on purpose. */
export type Acknowledged = {
  /** Path of the construct, from the stack on. */
  readonly at: string
  /** The finding's full id: one wildcard more is another finding. */
  readonly id: string
  readonly reason: string
}

const openRoutes = (): readonly Acknowledged[] =>
  [...gatewayRoutes.filter(({ isOpen }) => isOpen), unknownAddress].map((route) => ({
    at: `api/${routeId(route)}`,
    id: 'AwsSolutions-APIG4',
    reason:
      route === unknownAddress
        ? 'Answers every address that is not routed with our own 404, the same for everybody; the function verifies tokens itself.'
        : 'Open by design: it shows nothing of any tenant. The look at an invitation needs the secret link and has a throttle of its own.',
  }))

const deadLetters = ['Rollup', 'Courier', 'Months', 'Exports'].map((job) => ({
  at: `jobs/${job}Dead/Resource`,
  id: 'AwsSolutions-SQS3',
  reason:
    'It is itself a dead-letter queue: of an event source mapping or a schedule, which name it by ARN and not by a redrive policy.',
}))

/** The client comes from a function where China's law keeps the content network away, and from the network elsewhere. */
const pages = (stage: Stage): readonly Acknowledged[] =>
  isChina(stage)
    ? [
        {
          at: 'web/Pages',
          id: 'AwsSolutions-APIG4',
          reason:
            'The pages themselves, the same for everybody; they must be there before anybody has signed in.',
        },
      ]
    : [
        {
          at: 'web/Network',
          id: 'AwsSolutions-CFR1',
          reason:
            'Field workers and offices sign in from wherever they are; the issuer and the rights decide, not the country.',
        },
        {
          at: 'web/Network',
          id: 'AwsSolutions-CFR2',
          reason:
            'No request is answered with data without a verified token, bodies are bounded and parsed by closed schemas, and the API has throttles; a web firewall is added per account where the office asks for one.',
        },
      ]

/** Everything that is acknowledged of one stage. */
export const acknowledgedOf = (stage: Stage): readonly Acknowledged[] => [
  ...openRoutes(),
  ...deadLetters,
  ...pages(stage),
  {
    at: 'data/Archivist',
    id: 'AwsSolutions-IAM5[Resource::<ArchiveDA4CB258.Arn>/T/<aws:PrincipalTag/city>/*]',
    reason:
      'Objects below one folder, and the folder is that of the city which the session is tagged with; the names of archives carry their time.',
  },
  {
    at: 'jobs/Access/Export',
    id: `AwsSolutions-IAM5[Resource::${stackName(stage, 'data')}:ExportsOutputFnGetAttArchiveDA4CB258ArnBE8F3792/exports/*]`,
    reason:
      'DynamoDB chooses the names of the objects of an export itself; the role can write below that folder and read nothing.',
  },
]

/** Says of each finding, where it is, that it stands. Throws where there is no such place any more. */
export const acknowledge = (app: App, stages: readonly Stage[]): void => {
  for (const stage of stages)
    for (const { at, id, reason } of acknowledgedOf(stage)) {
      const [part = '', ...path] = at.split('/')
      const found = path.reduce(
        (node, name) => node?.node.tryFindChild(name),
        app.node.tryFindChild(stackName(stage, part)),
      )
      if (!found) throw new Error(`${id} is acknowledged at ${at}, and there is no such construct`)
      Validations.of(found).acknowledge({ id, reason })
    }
}
