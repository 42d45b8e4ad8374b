import type { DynamoDBRecord } from 'aws-lambda'

/** One message in its sender's box, as a KEYS_ONLY stream names it. */
export type Letter = {
  readonly place: 'city' | 'province'
  readonly code: string
  readonly id: string
}

/** What a record is about; undefined for every row that is no message to others. */
export const letterOf = (record: DynamoDBRecord): Letter | undefined => {
  const { pk, sk } = record.dynamodb?.Keys ?? {}
  const [, letter, code] = /^(T|P)#(\d{6})#MAIL$/.exec(pk?.S ?? '') ?? []
  const id = /^OUT#([0-9A-HJKMNP-TV-Z]{26})$/.exec(sk?.S ?? '')?.[1]
  if (code === undefined || id === undefined) return undefined
  return { place: letter === 'T' ? 'city' : 'province', code, id }
}
