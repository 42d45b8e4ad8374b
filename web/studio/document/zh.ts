/** Texts of taking a national form into the city's own configuration. */
export const national = {
  add: '新增评估表',
  title: '从国家标准表开始',
  lead: '表格会放进草稿，可以照本市情况修改；检查并发布后，一线人员才会看到。',
  take: '放进草稿',
  taking: '正在放入…',
  there: '本市已有这张表',
  taken: '“{{title}}”已放进草稿。',
  failed: '标准表没有取到，请检查网络后重试。',
  close: '关闭',
  import: '从文件导入',
  importLead: '也可以导入 Form.io 表单文件，或 Excel 题目清单。',
} as const
