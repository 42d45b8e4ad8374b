/** What the analysis says, by code; `{name}` is filled in. A sentence says what is wrong and what to do. */
const words = {
  'option-unknown': '“{label}”没有选项“{wanted}”',
  'option-type': '“{label}”的选项“{wanted}”与这里的写法不同（一边是数字，一边是文字）',
  'answer-never': '“{label}”永远没有答案，因为没有人能看到或填写它',
  'value-never': '“{label}”不可能{compared}“{wanted}”{range}',

  'show-never': '{why}显示条件永远不成立，没有人能看到这里{needed}。请修改条件，或删除这里。',
  'show-always': '{why}显示条件总是成立，有没有它都一样。请修改条件，或去掉条件。',
  'trigger-never': '{why}触发条件永远不成立，这条规则不起作用。请修改或删除这条规则。',
  'when-never': '{why}条件永远不成立，这个事项不会被建议。请修改条件，或删除这条建议。',
  'when-always': '{why}条件总是成立，每一份评估都会得到这条建议。请确认是否有意如此。',
  'check-never': '校验规则没有答案能通过，这里无法提交。请修改校验规则。',
  'check-always': '校验规则总是通过，不起作用。请修改或删除校验规则。',
  'compare-never': '{why}，这一处比较永远不成立。请修改规则。',
  'compare-always': '{why}，这一处比较总是成立。请修改规则。',
  'branch-never': '“如果”的这个条件在这里永远不成立，后面的结果用不到。请修改或删除。',

  'required-hidden': '这里设为必填，但又是隐藏的，必填不起作用。请取消隐藏，或取消必填。',
  'required-never':
    '这里必须填写，但没有人能填：它不允许填写，也没有规则给它值，所以{when}不能提交。请允许填写，或取消必填。',
  'rows-never': '这张表格至少要 {least} 行，但最多只能有 {most} 行，所以{when}不能提交。请调整行数。',
  'rows-none': '这张表格一行也不能填，里面的问题永远看不到。请调整最多行数，或删除表格。',
  'ticks-never': '至少要选 {least} 项，但只有 {most} 个选项，没有答案能通过。请调整数量。',
  'choice-wrong': '规则会给出“{value}”，它不是这里的选项，{when}不能提交。请修改规则，或加上这个选项。',
  'choice-unreached': '没有规则会选中“{options}”，也没有人能选。请修改规则，或删除这些选项。',
  'calculation-unused': '这个计算项没有人能看到，也没有规则用到它。请显示出来，或删除。',

  'outcome-never': '{why}结论“{label}”永远得不出结果。请修改规则。',
  'level-never': '等级“{level}”永远达不到：{label}只可能是 {values}。请调整分数段或规则。',
  'level-none': '{label}{once}只可能是 {values}，不在任何等级之内，所以{when}不能提交。请调整分数段或规则。',
  'level-outside': '{label}可能是 {values}，不在任何等级之内，那时不能提交。请补上等级，或调整规则。',
  'outcome-hidden':
    '“{asked}”不是每次都出现；它不出现时没有答案，“{label}”就得不出结果。如果应当按 0 算，请在“结果与等级”里选“没有填写时按 0 计算”。',
  'quantity-never': '算出的数量不会大于 0，一旦建议这个事项就不能提交。请修改数量。',
} as const

export type RemarkCode = keyof typeof words

export const remarkWords = (
  code: RemarkCode,
  values: Readonly<Record<string, string | number>> = {},
): string => words[code].replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))
