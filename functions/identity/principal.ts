import { createHash } from 'node:crypto'

/** Somebody whose token was verified. Belongs to nobody yet: what they may do stands in a membership. */
export type Principal = {
  readonly issuer: string
  readonly subject: string
  readonly name?: string
}

/** Who somebody is in every row: sha256 of issuer and subject, hex. No row names the subject itself. */
export const memberId = (issuer: string, subject: string): string =>
  createHash('sha256').update(`${issuer}\n${subject}`).digest('hex')
