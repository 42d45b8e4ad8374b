import { outcomeRoots, parseRule } from '../logic/index.ts'
import type { Band, OutcomeDefinition, RecommendDefinition } from './document.ts'
import type { Say } from './finding.ts'
import type { Outline } from './outline.ts'
import { isRecord } from './record.ts'
import { resolveRead } from './reference.ts'

/** Outcomes in their order (each may read the earlier ones) and recommendations. Never throws on any JSON. */
export const judgeOutcomes = (
  outcomes: readonly OutcomeDefinition[] | undefined,
  recommends: readonly RecommendDefinition[] | undefined,
  outline: Outline,
  say: Say,
): undefined => {
  const known = new Set<string>()
  const rule = (value: unknown, pointer: string) => {
    const parsed = parseRule(value, outcomeRoots)
    if (!parsed.ok) {
      for (const { words, at, values } of parsed.problems) say(words, pointer + at, values)
      return
    }
    for (const read of parsed.reads) {
      if (read.root === 'outcomes' && !known.has(read.path[0] ?? ''))
        say('outcome-unknown', pointer, { name: (read.path[0] ?? '').slice(0, 40) })
      const target = resolveRead(outline, undefined, read)
      if (!target.ok) say(target.code, pointer, { name: target.name })
    }
  }
  each(outcomes, '/outcomes', say, (outcome, pointer) => {
    const { key, title } = outcome
    if (typeof key !== 'string' || !/^[A-Za-z]\w{0,63}$/.test(key) || key in {} || known.has(key))
      say('outcome-key', `${pointer}/key`)
    if (typeof title !== 'string' || title === '') say('outcome-title', `${pointer}/title`)
    if (typeof outcome['rule'] !== 'string' || outcome['rule'] === '') say('outcome-rule', `${pointer}/rule`)
    rule(outcome['value'], `${pointer}/value`)
    judgeBands(outcome['bands'], `${pointer}/bands`, say)
    if (typeof key === 'string') known.add(key)
  })
  each(recommends, '/recommends', say, (recommend, pointer) => {
    if (typeof recommend['item'] !== 'string' || recommend['item'] === '')
      say('recommend-item', `${pointer}/item`)
    if (typeof recommend['because'] !== 'string' || recommend['because'] === '')
      say('recommend-because', `${pointer}/because`)
    rule(recommend['when'], `${pointer}/when`)
    if (recommend['quantity'] !== undefined) rule(recommend['quantity'], `${pointer}/quantity`)
  })
}

const each = (
  list: unknown,
  pointer: string,
  say: Say,
  visit: (item: Record<string, unknown>, pointer: string) => void,
): undefined => {
  if (list === undefined) return
  if (!Array.isArray(list) || list.length > 200) say('shape.list', pointer)
  else
    list.forEach((item: unknown, i) => {
      if (isRecord(item)) visit(item, `${pointer}/${i}`)
      else say('shape.item', `${pointer}/${i}`)
    })
}

const judgeBands = (bands: unknown, pointer: string, say: Say): undefined => {
  if (bands === undefined) return
  if (!Array.isArray(bands) || bands.length > 100) return say('bands.list', pointer)
  const good = bands.filter(
    (band: unknown): band is Band =>
      isRecord(band) &&
      typeof band['from'] === 'number' &&
      (band['to'] === undefined || (typeof band['to'] === 'number' && band['to'] >= band['from'])) &&
      typeof band['level'] === 'string' &&
      typeof band['label'] === 'string',
  )
  if (good.length !== bands.length) say('bands.band', pointer)
  const sorted = [...good].sort((a, b) => a.from - b.from)
  sorted.forEach((band, i) => {
    const next = sorted[i + 1]
    if (next && (band.to === undefined || band.to >= next.from))
      say('bands.overlap', pointer, { one: band.label, other: next.label })
  })
  return undefined
}
