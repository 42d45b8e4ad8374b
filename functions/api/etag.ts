import type { Context } from 'hono'
import { Refused } from '../problem.ts'

/** Names the revision of what is answered. */
export const etag = (c: Context, rev: number): void => c.header('ETag', `"${rev}"`)

/** The revision that a write is based on: `If-Match: "3"`. Absent is 428; anything but one revision is 400. */
export const ifMatch = (c: Context): number => {
  const header = c.req.header('if-match')
  if (header === undefined)
    throw new Refused('precondition-required', '保存时没有带上修订号（If-Match），请先打开资料，再保存。')
  const rev = /^"(\d{1,12})"$/.exec(header.trim())?.[1]
  if (rev === undefined)
    throw new Refused('malformed', '修订号（If-Match）应为带引号的数字，例如 "3"，请刷新后重试。')
  return Number(rev)
}
