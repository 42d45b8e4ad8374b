import type { Run } from './facts.ts'
import type { EntryRules, Placed } from './form-rules.ts'
import type { Node } from './node.ts'
import { pointerOf, reasonsOf } from './reason.ts'
import type { RemarkCode } from './remark-words.ts'
import type { Truth } from './shape.ts'

/** Takes what is found; the label stands before it. */
export type Remark = (
  code: RemarkCode,
  pointer: string,
  values?: Readonly<Record<string, string | number>>,
  level?: 'error' | 'warning',
) => void

/** What the truth of a rule decides, where it can only go one way. */
type Verdicts = { readonly never?: RemarkCode; readonly always?: RemarkCode }

/** Dead conditions and triggers, comparisons that cannot be otherwise, branches that are never taken. */
export const remarkEntryRules = (
  { entry, shows, calculation, switches, sets, check }: EntryRules,
  run: Run,
  seen: ReadonlyMap<Node, number>,
  remark: Remark,
): void => {
  const needed = entry.component.validate?.required === true ? '，而它又是必填的' : ''
  const { asked, shown, concealed, locked } = run.factsOf(entry)
  // A text without a value may well speak of answers that are still wrong; a rule may show what the condition hides.
  const truth = entry.kind === 'static' || !asked ? undefined : { yes: asked.yes || shown.yes, no: asked.no }
  // What is hidden for good nobody misses.
  if (shows && !(concealed && locked))
    remarkRule(shows, truth, run, seen, remark, {
      never: 'show-never',
      always: 'show-always',
      needed,
    })
  for (const { trigger } of switches)
    remarkRule(trigger, verdict(trigger, seen), run, seen, remark, { never: 'trigger-never' })
  for (const rule of [calculation, check, ...sets])
    if (rule) remarkRule(rule, undefined, run, seen, remark, {})
}

const verdict = ({ node }: Placed, seen: ReadonlyMap<Node, number>): Truth | undefined => {
  const bits = seen.get(node)
  return bits === undefined ? undefined : { yes: (bits & 1) > 0, no: (bits & 2) > 0 }
}

export const remarkRule = (
  rule: Placed,
  truth: Truth | undefined,
  run: Run,
  seen: ReadonlyMap<Node, number>,
  remark: Remark,
  { never, always, needed = '' }: Verdicts & { readonly needed?: string },
): void => {
  const reasons = reasonsOf(rule, run)
  const dead = truth && !truth.yes ? never : truth && !truth.no ? always : undefined
  if (dead) {
    const side = truth?.yes ? 'always' : 'never'
    const reason = reasons.find((one) => one.holds === side || one.holds === 'never')
    remark(dead, rule.pointer, { why: reason ? `${reason.text}，所以` : '', needed })
    return
  }
  const strong = reasons.filter((reason) => reason.strong)
  for (const { text, pointer, holds } of strong) remark(`compare-${holds}`, pointer, { why: text })
  for (const pointer of deadBranches(rule, seen))
    if (!strong.some((reason) => reason.pointer.startsWith(pointer))) remark('branch-never', pointer)
}

/** Tests of `if` that are reached but never hold. */
const deadBranches = (rule: Placed, seen: ReadonlyMap<Node, number>): readonly string[] => {
  const found: string[] = []
  const look = (node: Node): void => {
    if (node.name === 'if' || node.name === '?:')
      for (let i = 0; i + 1 < node.args.length; i += 2) {
        const test = node.args[i]
        if (test && seen.get(test) === 2 && found.length < 3) found.push(pointerOf(rule, test))
      }
    node.args.forEach(look)
  }
  look(rule.node)
  return found
}
