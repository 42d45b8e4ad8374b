/** Code lists of projects: plans, groups, activities, closures, cases worth telling, reports. */
export const groupType = {
  support: '支持',
  education: '教育',
  growth: '成长',
  mutual: '互助',
  therapy: '治疗',
  other: '其他',
} as const
export const activityType = {
  community: '社区活动',
  publicity: '政策宣传活动',
} as const
export const publicityTopic = {
  assistance: '社会救助政策',
  marriage: '婚姻登记和婚俗',
  funeral: '殡葬',
  vagrant: '流浪乞讨救助',
  child: '儿童福利和未成年人保护',
  elder: '养老和为老服务',
  other: '其他',
} as const
export const contactMethod = {
  home: '入户',
  office: '在机构或社区面谈',
  phone: '电话',
  online: '网络',
} as const
export const caseStage = {
  intake: '接案',
  assess: '预估',
  plan: '计划',
  intervene: '介入',
  evaluate: '评估',
  close: '结案',
} as const
export const exitReason = {
  achieved: '目标达成',
  moved: '搬迁',
  stopped: '救助身份停止',
  died: '死亡',
  refused: '本人不愿继续',
  referred: '转介',
  other: '其他',
} as const
export const achieved = { all: '全部达成', part: '部分达成', none: '没有达成' } as const
export const opinionOfPlan = {
  agreed: '达成共识，同意实施',
  revise: '修改后再报',
  pending: '尚未答复',
} as const
export const linkState = { done: '已链接', going: '正在链接', failed: '未链接到' } as const
export const satisfaction = {
  'very-good': '很满意',
  good: '满意',
  fair: '一般',
  poor: '不满意',
  'very-poor': '很不满意',
} as const
export const respondent = { self: '本人', family: '家属', guardian: '监护人', other: '其他' } as const
export const surveyChannel = { qr: '扫码填写', paper: '纸质问卷', phone: '电话', face: '当面' } as const
export const deidentified = {
  name: '没有真实姓名',
  id: '没有公民身份号码和其他证件号码',
  phone: '没有电话、网络账号',
  address: '没有详细住址、门牌号',
  employer: '没有工作单位、学校、班级名称',
  illness: '没有能认出本人的病名、残疾细节',
  photo: '没有能认出本人的照片',
  minor: '未成年人已换用化名，且没有家庭可识别信息',
} as const
export const reportType = {
  month: '月报',
  mid: '中期报告',
  half: '半年报告',
  year: '年度报告',
  final: '总结报告',
} as const
export const testStage = { pre: '前测', post: '后测' } as const
export const willing = { yes: '愿意', later: '暂时不愿意', no: '不愿意' } as const
export const youthWish = { study: '升学', work: '就业', both: '升学和就业', none: '暂无' } as const
export const youthEducation = {
  vocational: '中职在读',
  'vocational-done': '中职毕业',
  senior: '高中在读或毕业',
  college: '大专在读或毕业',
  bachelor: '本科及以上在读或毕业',
  below: '初中及以下',
} as const
export const dilemma = {
  economy: '经济困难',
  psychology: '心理困扰',
  medical: '疾病或残疾',
  education: '就学困难',
  employment: '就业困难',
  care: '照料或监护困难',
} as const
