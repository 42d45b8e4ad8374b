/** What can be done with a form, by the name of its tab. */
export const faces = {
  choose: '编辑方式',
  draw: '设计',
  source: '源文件',
  outcomes: '结果与等级',
  conditions: '显示条件',
  compared: '对比',
  imports: '导入',
  broken: '源文件没有写完整，这里画不出来；请到“源文件”按提示更正，或用“撤销”退回。',
} as const

/** Whom a form is about. */
export const subject = {
  label: '填写对象',
  of: {
    household: '每户一份',
    person: '每名成员一份',
    none: '不属于某一户',
  },
} as const
