/** `GET /api/cities/{city}/notices`, newest first: what an office, or another city, told this one. */
export type Notice = {
  readonly id: string
  readonly from: { readonly kind: 'city' | 'province'; readonly code: string; readonly name: string }
  readonly title: string
  readonly text: string
  /** When it was sent, an instant. */
  readonly at: string
}

/** `POST` (with `{ id, to, title, text }`) and `GET /api/provinces/{province}/notices`: what the office sent. */
export type SentNotice = {
  readonly id: string
  /** Codes of cities. */
  readonly to: readonly string[]
  readonly title: string
  readonly text: string
  readonly at: string
  /** `waiting` for a moment, until it is carried; `dead`: it reached nobody. */
  readonly state: 'waiting' | 'delivered' | 'dead'
  /** Cities that it did not reach, because they are not in use any more. */
  readonly undelivered: readonly string[]
}
