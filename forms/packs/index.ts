export { documentFile, documentKey, type Pack, packCard, readPack } from './pack.ts'

/** The built-in packs: `folder` below `forms/packs/`. */
export const packs: readonly { readonly key: string; readonly city: string; readonly folder: string }[] = [
  { key: '341700-care', city: '341700', folder: '341700-care' },
  { key: '349901-demo', city: '349901', folder: 'demo/349901' },
  { key: '349902-demo', city: '349902', folder: 'demo/349902' },
  { key: '349903-demo', city: '349903', folder: 'demo/349903' },
  { key: '349904-demo', city: '349904', folder: 'demo/349904' },
]

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

/** Documents of the demo city that replace those of its pack, all marked 演示数据: file below `forms/packs/`. */
export const demoDocuments: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '341700-care': {
    profile: 'demo/341700-profile.json',
    catalogue: 'demo/341700-catalogue.json',
    fees: 'demo/341700-fees.json',
  },
}
