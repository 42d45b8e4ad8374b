/** Texts of when a question is shown. */
export const conditions = {
  lead: '让一题只在需要时出现：选一题，再写明什么情况下显示。',
  which: '哪一题',
  whichHint: '选择一题或一个版块',
  show: '符合下面的条件时显示',
  hide: '符合下面的条件时隐藏',
  mode: '显示还是隐藏',
  always: '一直显示，没有条件。',
  none: '没有可以写条件的题。',
  alone: '除了这一题，表里没有别的题可以用来写条件。',
  have: '已有条件的题',
  haveNone: '还没有一题写了显示条件。',
} as const
