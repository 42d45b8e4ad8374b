/** Texts of the table of service items, beside those of the drawer. */
export const items = {
  sheet: '服务事项清单',
  empty: '还没有服务事项。请点“新增事项”，或从 Excel 导入。',
  locked: '本清单由{{by}}统一管理：只能新增“拟增”事项，填写批复后再启用。',
  details: '详情',
  demo: '演示数据',
} as const
