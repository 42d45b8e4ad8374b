import { type Division, divisionPaths } from '../division.ts'
import { stateKeys } from '../workflow.ts'
import { type Check, checkKeys, keysOf, repeated } from './report.ts'

/** Which kinds may stand directly below which. Below a district or a county-level city come townships (S1, S3). */
const below: Readonly<Record<Division['kind'] | 'city', readonly Division['kind'][]>> = {
  city: ['county', 'zone', 'township'],
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
  const pathOf = divisionPaths(divisions)
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
    else if (byCode.get(pathOf(one.code)[0] ?? '')?.parent !== profile.city)
      err('parent-cycle', `“${one.name}”的上级区划绕成了圈，到不了本市。`)
  })
}

/** Every state of a case has its name (the schema knows the keys); a term that the paper leaves open is a to-do. */
export const checkWorkflow: Check = ({ profile }, report) => {
  if (!profile) return
  const states = keysOf(profile.states)
  for (const list of ['stages', 'states'] as const) checkKeys(report, 'profile', list, profile[list])
  for (const key of stateKeys)
    if (!states.has(key))
      report('error', 'profile', ['states'], 'state-missing', `案件状态“${key}”没有名称，请补上。`)
  profile.stages.forEach((one, index) => {
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
