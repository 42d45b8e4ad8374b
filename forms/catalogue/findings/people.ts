import type { Condition } from '../objects.ts'
import { type Check, checkKeys, keysOf, type Report } from './report.ts'

const parts = ['householdClasses', 'all', 'any'] as const

/** Conditions name household classes and traits that are defined, wherever they stand. */
export const checkPeople: Check = ({ objects, catalogue, profile }, report) => {
  if (!objects) return
  const traits = keysOf(objects.traits)
  const households = keysOf(objects.householdClasses)
  for (const list of ['householdClasses', 'traits', 'classes'] as const)
    checkKeys(report, 'objects', list, objects[list])
  const check = (
    rule: Condition,
    document: string,
    at: readonly (string | number)[],
    label: string,
    say: Report,
  ) => {
    for (const part of parts)
      rule[part]?.forEach((one, i) => {
        if ((part === 'householdClasses' ? households : traits).has(one)) return
        const what = part === 'householdClasses' ? '家庭身份' : '个人特征'
        say(
          'error',
          document,
          [...at, part, i],
          'condition-unknown',
          `“${label}”的条件引用的${what}“${one}”没有定义。`,
          label,
        )
      })
  }
  objects.classes.forEach((one, index) => {
    if (Object.keys(one.rule).length === 0)
      report(
        'error',
        'objects',
        ['classes', index, 'rule'],
        'condition-empty',
        `服务对象“${one.label}”没有任何条件，人人都会符合。`,
        one.label,
      )
    check(one.rule, 'objects', ['classes', index, 'rule'], one.label, report)
  })
  catalogue?.modes.forEach((mode, index) => {
    mode.who?.forEach((rule, i) => {
      check(rule, 'catalogue', ['modes', index, 'who', i], mode.label, report)
    })
  })
  profile?.archive.papers.forEach((paper, index) => {
    paper.when?.forEach((trait, i) => {
      if (!traits.has(trait))
        report(
          'error',
          'profile',
          ['archive', 'papers', index, 'when', i],
          'condition-unknown',
          `档案材料“${paper.label}”引用的个人特征“${trait}”没有定义。`,
          paper.label,
        )
    })
  })
}
