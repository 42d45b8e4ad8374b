/** Code lists of what is provided: service records, statements, notices, subsidies. */
export const unit = {
  once: '次',
  hour: '小时',
  day: '天',
  month: '月',
  year: '年',
  meal: '餐',
  person: '人',
} as const
export const method = { casework: '个案', group: '小组', community: '社区' } as const
export const tier = { development: '发展型救助帮扶', basic: '基础性救助帮扶' } as const
export const confirmedBy = {
  self: '本人签字',
  family: '家属或监护人签字',
  phone: '电话确认',
  none: '没有确认',
} as const
export const serviceResult = { done: '完成', part: '部分完成', failed: '没有完成' } as const
export const fund = {
  'tekun-care': '特困人员照料护理经费',
  temporary: '临时救助经费',
  'assistance-work': '社会救助工作经费或社会救助专项经费',
  'elder-home-care': '居家养老服务经费',
  'disability-rehab': '残疾人康复服务经费',
  'minor-protection': '未成年人保护经费',
  'other-services': '其他服务类救助经费',
  charity: '慈善救助资金',
} as const
export const agreed = { yes: '同意', no: '不同意' } as const
export const matches = { same: '相符', differs: '不相符' } as const
export const statementState = { applied: '已申请', checked: '已核对', locked: '已确认付款' } as const
export const noticeCheck = {
  id: '没有公民身份号码',
  phone: '没有联系电话',
  account: '没有银行账号',
  address: '没有详细住址',
  diagnosis: '没有病情诊断',
  minor: '没有未成年人姓名',
} as const
