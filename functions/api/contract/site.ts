/** What the web client must know of the place where it runs, before anybody signs in: `/site.json`. */
export type Site = {
  readonly stage: string
  /** ICP filing number to show on every page; only where the law asks for one. */
  readonly icp?: string
  readonly signIn: {
    /**
     * Address of the issuer, or its path where it stands at this very origin; its description stands at
     * `<issuer>/.well-known/openid-configuration`.
     */
    readonly issuer: string
    /** Id of the web client there. */
    readonly client: string
    /** Whom the tokens are meant for (RFC 8707 `resource`). */
    readonly audience: string
  }
}
