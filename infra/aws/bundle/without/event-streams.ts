/** Stands in a bundle for event streams: no operation of DynamoDB has one. */
export class EventStreamSerde {
  constructor() {
    throw new Error('event streams are not in this bundle')
  }
}
