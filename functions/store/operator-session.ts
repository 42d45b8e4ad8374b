import type { Cloud } from './aws.ts'
import { connect, type Link } from './link.ts'
import { assume, clientOf, sessionOf } from './session.ts'
import type { AwsCredentials } from './sign.ts'
import { type WireCall, watchWire } from './wire.ts'

/** Whose rows an operator's session reaches: one city, and what its province knows of its tenants. */
export type Reach = { readonly city: string; readonly province: string }

export type OperatorOptions = {
  readonly table: string
  /** ARN of the role to take. */
  readonly role: string
  /** Sees every request to the table. For tests. */
  readonly wire?: (call: WireCall) => void
  readonly clock?: () => Date
}

/**
 * The way to the table for a person who opens, exports, closes or restores a tenant: one session of the operator's
 * or the archivist's role, tagged with the city and the province, and with the area that both must lie in. Asked for any other prefix it throws before anything is sent.
 */
export const operatorLink = (
  cloud: Cloud,
  { table, role, wire, clock }: OperatorOptions,
  reach: Reach,
): { readonly link: Link; credentials(): Promise<AwsCredentials> } => {
  const take = sessionOf(
    () =>
      assume(cloud, role, [
        ['city', reach.city],
        ['province', reach.province],
        ['area', reach.city.slice(0, 2)],
      ]),
    () => new Date(),
  )
  const client = clientOf(cloud.region, take, cloud.endpoints?.dynamodb)
  if (wire) watchWire(client, wire)
  const known = new Set([`T#${reach.city}#`, `P#${reach.province}#`])
  const session = (prefix: string) => {
    if (!known.has(prefix)) throw new TypeError(`an operator of ${reach.city} has no way to ${prefix}`)
    return client
  }
  return {
    link: connect({ table, region: cloud.region, session, ...(clock && { clock }) }),
    credentials: take,
  }
}
