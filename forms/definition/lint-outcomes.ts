import { outcomeRoots, parseRule } from '../logic/index.ts'
import type { Band, OutcomeDefinition, RecommendDefinition } from './document.ts'
import type { Say } from './finding.ts'
import type { Outline } from './outline.ts'
import { isRecord } from './record.ts'
import { resolveRead } from './reference.ts'

/** Outcomes in their order (each may read the earlier ones) and recommendations. Never throws on any JSON. */
export const lintOutcomes = (
  outcomes: readonly OutcomeDefinition[] | undefined,
  recommends: readonly RecommendDefinition[] | undefined,
  outline: Outline,
  say: Say,
): undefined => {
  const known = new Set<string>()
  const rule = (value: unknown, pointer: string) => {
    const parsed = parseRule(value, outcomeRoots)
    if (!parsed.ok) {
      for (const { code, at, message } of parsed.problems) say(code, pointer + at, message)
      return
    }
    for (const read of parsed.reads) {
      if (read.root === 'outcomes' && !known.has(read.path[0] ?? ''))
        say(
          'outcome-unknown',
          pointer,
          `规则引用了不存在或排在后面的结论「${(read.path[0] ?? '').slice(0, 40)}」。`,
        )
      const target = resolveRead(outline, undefined, read)
      if (!target.ok) say(target.code, pointer, `规则引用了不存在的字段「${target.name}」。`)
    }
  }
  each(outcomes, '/outcomes', say, (outcome, pointer) => {
    const { key, title } = outcome
    if (typeof key !== 'string' || !/^[A-Za-z]\w{0,63}$/.test(key) || key in {} || known.has(key))
      say('outcome-key', `${pointer}/key`, '结论的键要以字母开头、不重复。')
    if (typeof title !== 'string' || title === '') say('outcome-title', `${pointer}/title`, '结论要有名称。')
    if (typeof outcome['rule'] !== 'string' || outcome['rule'] === '')
      say('outcome-rule', `${pointer}/rule`, '结论要写明依据的规则版本。')
    rule(outcome['value'], `${pointer}/value`)
    lintBands(outcome['bands'], `${pointer}/bands`, say)
    if (typeof key === 'string') known.add(key)
  })
  each(recommends, '/recommends', say, (recommend, pointer) => {
    if (typeof recommend['item'] !== 'string' || recommend['item'] === '')
      say('recommend-item', `${pointer}/item`, '建议要写明服务事项。')
    if (typeof recommend['because'] !== 'string' || recommend['because'] === '')
      say('recommend-because', `${pointer}/because`, '建议要写明理由。')
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
  if (!Array.isArray(list) || list.length > 200) say('shape', pointer, '这里应当是一个不超过 200 项的列表。')
  else
    list.forEach((item: unknown, i) => {
      if (isRecord(item)) visit(item, `${pointer}/${i}`)
      else say('shape', `${pointer}/${i}`, '这里应当是一个对象。')
    })
}

const lintBands = (bands: unknown, pointer: string, say: Say): undefined => {
  if (bands === undefined) return
  if (!Array.isArray(bands) || bands.length > 100) return say('bands', pointer, '等级表应当是一个列表。')
  const good = bands.filter(
    (band: unknown): band is Band =>
      isRecord(band) &&
      typeof band['from'] === 'number' &&
      (band['to'] === undefined || (typeof band['to'] === 'number' && band['to'] >= band['from'])) &&
      typeof band['level'] === 'string' &&
      typeof band['label'] === 'string',
  )
  if (good.length !== bands.length) say('bands', pointer, '等级要写明起止分、代码和名称，且起分不大于止分。')
  const sorted = [...good].sort((a, b) => a.from - b.from)
  sorted.forEach((band, i) => {
    const next = sorted[i + 1]
    if (next && (band.to === undefined || band.to >= next.from))
      say('bands', pointer, `等级「${band.label}」与「${next.label}」的分数重叠。`)
  })
  return undefined
}
