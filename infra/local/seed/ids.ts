import { createHash } from 'node:crypto'

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A ULID that is always the same for the same label: its time is `at`, its rest a hash of the label. */
export const demoId = (label: string, at: Date): string => {
  let time = at.getTime()
  let head = ''
  for (let sign = 0; sign < 10; sign += 1) {
    head = (crockford[time % 32] as string) + head
    time = Math.floor(time / 32)
  }
  const digest = createHash('sha256').update(`yihu demo ${label}`).digest()
  return head + Array.from(digest.subarray(0, 16), (byte) => crockford[byte % 32]).join('')
}
