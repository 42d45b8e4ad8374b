/** Every place where Yihu runs, as data. `partition` follows from the region: `cn-…` is a world of its own. */
export type Stage = {
  readonly name: string
  readonly region: string
  /** Whether the table outlives its stack and refuses deletion. */
  readonly keepsData: boolean
}

export const stages: readonly Stage[] = [
  { name: 'dev', region: 'us-east-1', keepsData: false },
  { name: 'cn', region: 'cn-north-1', keepsData: true },
]
