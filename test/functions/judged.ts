import { connect, type Link, type LinkOptions, type WireCall } from '../../functions/store/index.ts'
import type { RolesOfFunction, Tag } from '../../infra/rights/roles.ts'
import { rightsOf } from '../../infra/rights/session.ts'
import type { Ground } from '../../infra/rights/statement.ts'

/** What the statements name in tests. */
export const ground: Ground = {
  table: 'arn:aws-cn:dynamodb:cn-north-1:111111111111:table/yihu',
  tableKey: 'arn:aws-cn:kms:cn-north-1:111111111111:key/table',
  masterKey: 'arn:aws-cn:kms:cn-north-1:111111111111:key/master',
  archive: 'arn:aws-cn:s3:::archive',
  region: 'cn-north-1',
}

const owners = { T: 'city', P: 'province', U: 'member' } as const satisfies Record<string, Tag>
const another: Readonly<Record<Tag, (own: string) => string>> = {
  city: (own) => (own === '349901' ? '341700' : '349901'),
  province: (own) => (own === '350000' ? '340000' : '350000'),
  member: (own) => (own.startsWith('0') ? '1' : '0').repeat(64),
}

/** A request that the rights in the templates would not take, or would take from somebody else as well. */
export class Unlawful extends Error {
  override readonly name = 'Unlawful'
}

/** How many requests were judged since the process began: a judge that sees nothing proves nothing. */
export const seen = { requests: 0 }

type Update = {
  readonly UpdateExpression?: string
  readonly ExpressionAttributeNames?: Readonly<Record<string, string>>
  readonly ExpressionAttributeValues?: Readonly<Record<string, { readonly S?: string }>>
}

/** The partitions of the index that rows are laid into. No policy sees them: it is told of the table's alone. */
const laidInto = (body: unknown): readonly string[] => {
  if (typeof body !== 'object' || body === null) return []
  const { gsi1pk } = body as { readonly gsi1pk?: { readonly S?: string } }
  const {
    UpdateExpression = '',
    ExpressionAttributeNames: names = {},
    ExpressionAttributeValues: values = {},
  } = body as Update
  const set = [...UpdateExpression.matchAll(/(#?\w+) = (:\w+)/g)].flatMap(([, left = '', right = '']) =>
    (names[left] ?? left) === 'gsi1pk' ? [values[right]?.S ?? ''] : [],
  )
  return [
    ...(gsi1pk === undefined ? [] : [gsi1pk.S ?? '']),
    ...set,
    ...Object.entries(body).flatMap(([name, inner]) => (name === 'ExclusiveStartKey' ? [] : laidInto(inner))),
  ]
}

/**
 * A way to the table on which every request is judged as it goes out, by the statements that stand in the templates:
 * it must be allowed to a session of its own city, province or person, and denied to one of another. What fails is not
 * sent and throws `Unlawful`.
 */
export const judgedLink = (link: Link, options: LinkOptions, take: RolesOfFunction): Link => {
  const links = new Map<string, Link>()

  const judge = (prefix: string, { op, body }: WireCall): void => {
    const [kind = '', value = ''] = prefix.split('#')
    const tag = owners[kind as keyof typeof owners]
    const role = tag && take[tag]
    if (!role) throw new Unlawful(`no role for ${prefix}`)
    const may = (of: string) => rightsOf(role, { [tag]: of }, ground).mayAskTable(op, body)
    seen.requests += 1
    if (!may(value)) throw new Unlawful(`${op} of ${prefix} is denied to its own session`)
    if (laidInto(body).some((pk) => !pk.startsWith(prefix)))
      throw new Unlawful(`${op} of ${prefix} lays a row into another's index`)
    if (may(another[tag](value))) throw new Unlawful(`${op} of ${prefix} is allowed to another's session`)
  }

  const linkOf = (prefix: string): Link => {
    const known = links.get(prefix)
    if (known) return known
    const made = connect({
      ...options,
      wire: (call) => {
        options.wire?.(call)
        judge(prefix, call)
      },
    })
    links.set(prefix, made)
    return made
  }

  return {
    ...link,
    client: (prefix) => linkOf(prefix).client(prefix),
    close: () => {
      for (const one of links.values()) one.close()
    },
  }
}
