import { Untranslatable } from './syntax.ts'
import type { Token } from './tokens.ts'

/** How deep brackets, closures and signs may stand inside each other. */
const deepest = 40

/** A reader over the words of a script. */
export class Reader {
  readonly list: readonly Token[]
  at = 0
  private depth: number

  constructor(list: readonly Token[], depth = 0) {
    this.list = list
    this.depth = depth
  }

  get deep(): number {
    return this.depth
  }

  get done(): boolean {
    return this.at >= this.list.length
  }

  /** The sign or name that stands next; texts and numbers are not signs. */
  peek(offset = 0): string | undefined {
    const token = this.list[this.at + offset]
    return token && (token.kind === 'sign' || token.kind === 'name') ? token.text : undefined
  }

  next(): Token {
    const token = this.list[this.at]
    if (!token) throw new Untranslatable('', '代码没有写完')
    this.at++
    return token
  }

  take(text: string): boolean {
    if (this.peek() !== text) return false
    this.at++
    return true
  }

  need(text: string): void {
    if (!this.take(text)) throw new Untranslatable(this.list[this.at]?.text ?? text)
  }

  name(): string {
    const token = this.next()
    if (token.kind !== 'name') throw new Untranslatable(token.text)
    return token.text
  }

  /** Whether a statement may end here: at `;`, at `}`, at the end, or before a new line. */
  end(): void {
    if (this.take(';') || this.done || this.peek() === '}' || this.list[this.at]?.line) return
    throw new Untranslatable(this.list[this.at]?.text ?? '')
  }

  within<T>(read: () => T): T {
    if (++this.depth > deepest) throw new Untranslatable('', '代码嵌套太深')
    const result = read()
    this.depth--
    return result
  }
}
