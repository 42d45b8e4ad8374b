/** Members of a form document. */
export const form = {
  answers: '样例答案',
  bands: '分档',
  because: '推荐理由',
  definition: '表单设置',
  display: '填写方式',
  errors: '应报错的问题',
  expect: '预期结果',
  hidden: '应隐藏的问题',
  outcomes: '评估结论',
  per: '数量的周期',
  quantity: '数量',
  recommended: '推荐事项',
  recommends: '推荐事项',
  samples: '样例',
  subject: '填写对象',
  today: '填写日期',
} as const
