/** Stands in a bundle for time stamps on the wire: what is sent to the table and what it answers has none. */
const absent = (): never => {
  throw new Error('time stamps of the protocol are not in this bundle')
}
export const dateToUtcString = absent
export const parseRfc3339DateTime = absent
export const parseRfc3339DateTimeWithOffset = absent
export const parseRfc7231DateTime = absent
export const parseEpochTimestamp = absent
