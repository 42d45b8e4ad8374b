const service = 'com.amazonaws.dynamodb.v20120810'
const protocol = 'com.amazon.coral.service'

/** A request that is answered with an error of the wire protocol; `details` stand beside the message in the body. */
export class Refusal extends Error {
  readonly kind: string
  readonly details: Readonly<Record<string, unknown>>
  readonly status: number

  constructor(kind: string, message: string, details: Readonly<Record<string, unknown>> = {}, status = 400) {
    super(message)
    this.kind = kind
    this.details = details
    this.status = status
  }

  /** The body that goes over the wire. */
  get body(): Readonly<Record<string, unknown>> {
    return { __type: typeName(this.kind), message: this.message, ...this.details }
  }
}

function typeName(kind: string): string {
  if (kind === 'ValidationException') return `com.amazon.coral.validate#${kind}`
  const isProtocol = kind === 'SerializationException' || kind === 'UnknownOperationException'
  return `${isProtocol ? protocol : service}#${kind}`
}

export function invalid(message: string): Refusal {
  return new Refusal('ValidationException', message)
}

/** A parameter was understood and is wrong: DynamoDB begins nearly all of these sentences alike. */
export function badParameter(message: string): Refusal {
  return invalid(`One or more parameter values were invalid: ${message}`)
}

export function notFound(message = 'Requested resource not found'): Refusal {
  return new Refusal('ResourceNotFoundException', message)
}

/** The condition was not met; `item` is the row that stands, when the caller asked for it. */
export function conditionFailed(item?: object): Refusal {
  const details = item === undefined ? {} : { Item: item }
  return new Refusal('ConditionalCheckFailedException', 'The conditional request failed', details)
}
