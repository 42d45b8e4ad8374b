import { type Division, divisionPath } from '../division.ts'
import type { Check } from './report.ts'
import { keysOf, repeated } from './report.ts'

/** Which kinds may stand directly below which. */
const below: Readonly<Record<Division['kind'] | 'city', readonly Division['kind'][]>> = {
  city: ['county', 'zone'],
  county: ['township'],
  zone: ['township', 'village'],
  township: ['village'],
  village: [],
}

/** The division tree hangs together. */
export const checkTree: Check = ({ profile }, report) => {
  if (!profile) return
  const { divisions } = profile
  const byCode = new Map(divisions.map((one) => [one.code, one]))
  repeated(
    divisions,
    (one) => one.code,
    (one, index) =>
      report(
        'error',
        'profile',
        ['divisions', index, 'code'],
        'code-repeated',
        `区划代码“${one.code}”出现了两次。`,
        one.name,
      ),
  )
  divisions.forEach((one, index) => {
    const parent = one.parent === profile.city ? 'city' : byCode.get(one.parent)?.kind
    const err = (code: string, message: string) =>
      report('error', 'profile', ['divisions', index, 'parent'], code, message, one.name)
    if (parent === undefined) err('parent-unknown', `“${one.name}”的上级区划“${one.parent}”不在本市区划中。`)
    else if (!below[parent].includes(one.kind)) err('parent-kind', `“${one.name}”的层级与上级区划不符。`)
    else if (byCode.get(divisionPath(divisions, one.code)[0] ?? '')?.parent !== profile.city)
      err('parent-cycle', `“${one.name}”的上级区划绕成了圈，到不了本市。`)
  })
}

/** Stages and states point to states that exist; what the paper leaves open is a to-do. */
export const checkWorkflow: Check = ({ profile }, report) => {
  if (!profile) return
  const states = keysOf(profile.states)
  for (const list of ['stages', 'states'] as const)
    repeated<{ key: string }>(
      profile[list],
      (one) => one.key,
      (one, index) =>
        report(
          'error',
          'profile',
          [list, index, 'key'],
          'key-repeated',
          `标识“${one.key}”出现了两次，请改用不同的标识。`,
        ),
    )
  profile.states.forEach((one, index) => {
    one.next.forEach((next, i) => {
      if (!states.has(next))
        report(
          'error',
          'profile',
          ['states', index, 'next', i],
          'state-unknown',
          `状态“${one.name}”之后的“${next}”没有定义。`,
          one.name,
        )
    })
  })
  profile.stages.forEach((one, index) => {
    one.leadsTo.forEach((next, i) => {
      if (!states.has(next))
        report(
          'error',
          'profile',
          ['stages', index, 'leadsTo', i],
          'state-unknown',
          `环节“${one.name}”引出的状态“${next}”没有定义。`,
          one.name,
        )
    })
    if (one.dueDays === null && one.leadsTo.length > 0)
      report(
        'todo',
        'profile',
        ['stages', index, 'dueDays'],
        'due-unset',
        `环节“${one.name}”的办理时限未设定。`,
        one.name,
      )
  })
}
