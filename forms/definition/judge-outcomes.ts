import { hasText, isList, isNumber, isRecord, isText, outcomeRoots } from '../logic/index.ts'
import { type Band, type OutcomeDefinition, periods, type RecommendDefinition } from './document.ts'
import type { Say } from './finding.ts'
import type { Outline } from './outline.ts'
import { readsOf } from './rule-reads.ts'

/** Outcomes in their order (each may read the earlier ones) and recommendations. Never throws on any JSON. */
export const judgeOutcomes = (
  outcomes: readonly OutcomeDefinition[] | undefined,
  recommends: readonly RecommendDefinition[] | undefined,
  outline: Outline,
  say: Say,
): undefined => {
  const known = new Set<string>()
  const rule = (value: unknown, pointer: string) => {
    for (const { read } of readsOf(value, pointer, outcomeRoots, outline, undefined, say)) {
      const [name = ''] = read.path
      if (read.root === 'outcomes' && !known.has(name))
        say('outcome-unknown', pointer, { name: name.slice(0, 40) })
    }
  }
  each(outcomes, '/outcomes', say, (outcome, pointer) => {
    const { key } = outcome
    if (!isText(key) || !/^[A-Za-z]\w{0,63}$/.test(key) || key in {} || known.has(key))
      say('outcome-key', `${pointer}/key`)
    for (const name of ['title', 'rule'] as const)
      if (!hasText(outcome[name])) say(`outcome-${name}`, `${pointer}/${name}`)
    rule(outcome['value'], `${pointer}/value`)
    judgeBands(outcome['bands'], `${pointer}/bands`, say)
    if (isText(key)) known.add(key)
  })
  each(recommends, '/recommends', say, (recommend, pointer) => {
    for (const name of ['item', 'because'] as const)
      if (!hasText(recommend[name])) say(`recommend-${name}`, `${pointer}/${name}`)
    rule(recommend['when'], `${pointer}/when`)
    if (recommend['quantity'] !== undefined) rule(recommend['quantity'], `${pointer}/quantity`)
    const { per } = recommend
    if (per !== undefined && !periods.some((one) => one === per)) say('recommend-per', `${pointer}/per`)
    else if (per !== undefined && recommend['quantity'] === undefined)
      say('recommend-per.alone', `${pointer}/per`)
  })
}

const each = (
  list: unknown,
  pointer: string,
  say: Say,
  visit: (item: Record<string, unknown>, pointer: string) => void,
): undefined => {
  if (list === undefined) return
  if (!isList(list) || list.length > 200) return say('shape.list', pointer)
  for (const [i, item] of list.entries())
    if (isRecord(item)) visit(item, `${pointer}/${i}`)
    else say('shape.item', `${pointer}/${i}`)
}

const judgeBands = (bands: unknown, pointer: string, say: Say): undefined => {
  if (bands === undefined) return
  if (!isList(bands) || bands.length > 100) return say('bands.list', pointer)
  const good = bands.filter(isBand).sort((a, b) => a.from - b.from)
  if (good.length !== bands.length) say('bands.band', pointer)
  for (const [i, { to, label }] of good.entries()) {
    const next = good[i + 1]
    if (next && (to === undefined || to >= next.from))
      say('bands.overlap', pointer, { one: label.slice(0, 80), other: next.label.slice(0, 80) })
  }
}

const isBand = (band: unknown): band is Band => {
  if (!isRecord(band)) return false
  const { from, to, level, label } = band
  return (
    isNumber(from) && (to === undefined || (isNumber(to) && to >= from)) && isText(level) && isText(label)
  )
}
