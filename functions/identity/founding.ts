const day = 86_400_000

/** Who invites the first administrator of a city: whoever opened it. No member is called so. */
export const founder = 'service:operator'
/** Milliseconds that such a link is good, and those that it is kept after that, as every invitation's. */
export const foundingGoodFor = 7 * day
export const foundingListedFor = 30 * day
