/** One operator of a condition block: `{ 'aws:PrincipalTag/city': 'false' }`. */
export type Condition = Readonly<Record<string, string | readonly string[]>>

/** A statement of a policy, in the very shape that stands in a template. No role's ever denies: what is not allowed is not. */
export type Statement = {
  readonly Sid: string
  readonly Effect: 'Allow'
  readonly Action: readonly string[]
  readonly Resource: readonly string[]
  readonly Condition?: Readonly<Record<string, Condition>>
}

/** A statement of the policy of a thing itself, for everybody: whatever else allows it, this is not done. */
export type Denial = {
  readonly Sid: string
  readonly Effect: 'Deny'
  readonly Action: readonly string[]
  readonly Resource: readonly ['*']
  readonly Condition: Readonly<Record<string, Condition>>
}

/** Who may take a role, and with which tags. */
export type Trust = {
  readonly Action: readonly string[]
  readonly Condition: Readonly<Record<string, Condition>>
}

/** What the statements name: real ARNs in a template (tokens), invented ones on this machine. */
export type Ground = {
  /** ARN of the table. Its index is `<table>/index/gsi1`. */
  readonly table: string
  /** ARN of the key that encrypts the table at rest. */
  readonly tableKey: string
  /** ARN of the key that wraps the data keys of cities and provinces. */
  readonly masterKey: string
  /** ARN of the bucket of archives and exports. */
  readonly archive: string
  readonly region: string
}
