import type { Asked } from './draft.ts'

type Relations = Readonly<Record<string, string>>

const choice: Relations = { isEqual: '是', isNotEqual: '不是', isEmpty: '没有填', isNotEmpty: '填了' }
const relations: Readonly<Record<string, Relations>> = {
  choice,
  many: { isEqual: '选了', isNotEqual: '没有选', isEmpty: '一项也没选', isNotEmpty: '至少选了一项' },
  tick: { isEqual: '是', isNotEqual: '不是' },
  number: {
    isEqual: '等于',
    isNotEqual: '不等于',
    greaterThan: '大于',
    greaterThanOrEqual: '不小于',
    lessThan: '小于',
    lessThanOrEqual: '不大于',
    isEmpty: '没有填',
    isNotEmpty: '填了',
  },
  date: {
    isDateEqual: '就是',
    isNotDateEqual: '不是',
    dateGreaterThan: '晚于',
    dateGreaterThanOrEqual: '不早于',
    dateLessThan: '早于',
    dateLessThanOrEqual: '不晚于',
    isEmpty: '没有填',
    isNotEmpty: '填了',
  },
  text: {
    isEqual: '就是',
    isNotEqual: '不是',
    includes: '包含',
    notIncludes: '不包含',
    startsWith: '开头是',
    endsWith: '结尾是',
    isEmpty: '没有填',
    isNotEmpty: '填了',
  },
}

/** Which relations a question's answers can have. */
export const groupOf = (asked: Asked | undefined): string => {
  switch (asked?.type) {
    case 'radio':
    case 'select':
      return 'choice'
    case 'selectboxes':
      return 'many'
    case 'checkbox':
      return 'tick'
    case 'number':
    case 'currency':
      return 'number'
    case 'datetime':
    case 'day':
      return 'date'
    default:
      return 'text'
  }
}

/** What may stand between a question and its answer: the operator, and how people say it. */
export const relationsOf = (group: string): Relations => relations[group] ?? choice
