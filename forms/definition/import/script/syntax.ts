/** What a script says, as far as it is read at all. Nothing here is ever run. */
export type Expr =
  | { readonly is: 'constant'; readonly value: string | number | boolean | null | undefined }
  | { readonly is: 'name'; readonly name: string }
  | { readonly is: 'member'; readonly of: Expr; readonly name: string }
  | { readonly is: 'index'; readonly of: Expr; readonly at: Expr }
  | { readonly is: 'call'; readonly of: Expr; readonly args: readonly Expr[]; readonly made: boolean }
  | { readonly is: 'unary'; readonly sign: string; readonly of: Expr }
  | { readonly is: 'binary'; readonly sign: string; readonly a: Expr; readonly b: Expr }
  | { readonly is: 'choose'; readonly test: Expr; readonly yes: Expr; readonly no: Expr }
  | { readonly is: 'list'; readonly items: readonly Expr[] }
  | { readonly is: 'object'; readonly entries: readonly (readonly [string, Expr])[] }
  | { readonly is: 'template'; readonly parts: readonly Expr[] }
  | Closure

export type Closure = {
  readonly is: 'closure'
  readonly names: readonly string[]
  readonly body: readonly Statement[]
}

export type Statement =
  | { readonly does: 'set'; readonly name: string; readonly value: Expr }
  | {
      readonly does: 'declare'
      readonly name: string
      readonly value: Expr | undefined
      readonly scoped: boolean
      readonly fixed: boolean
    }
  | {
      readonly does: 'if'
      readonly test: Expr
      readonly yes: readonly Statement[]
      readonly no: readonly Statement[]
    }
  /** A walk over a list: `for (const item of list)`, `for (let i = 0; i < list.length; i++)`, `forEach`. */
  | {
      readonly does: 'each'
      readonly list: Expr
      readonly item: string | undefined
      readonly index: string | undefined
      readonly body: readonly Statement[]
    }
  | { readonly does: 'call'; readonly value: Expr }
  | { readonly does: 'return'; readonly value: Expr | undefined }
  | { readonly does: 'leave' }

/** Thrown while a script is read; `translate` turns it into "refused". The message is the word it stopped at. */
export class Untranslatable extends Error {
  /** A Chinese reason, where there is a better one than the word. */
  readonly why: string | undefined
  constructor(at: string, why?: string) {
    super(at)
    this.why = why
  }
}
