/** National forms that any city may take into its draft: `file` below `forms/packs/`, key of the document `form:<key>`. */
export const nationalForms: readonly {
  readonly key: string
  readonly title: string
  readonly summary: string
  readonly file: string
}[] = [
  {
    key: 'self-care',
    title: '特困人员生活自理能力评估表',
    summary: '民发〔2021〕43号：六项指标，按未达到的项数定三个等级。',
    file: 'national/form-self-care.json',
  },
  {
    key: 'ability',
    title: '老年人能力评估表（GB/T 42195-2022）',
    summary: '四个方面 26 项，满分 90 分，五个等级；昏迷、确诊疾病和照护风险事件会加重等级。',
    file: 'national/form-ability.json',
  },
]
