/** Shared code lists (值域). Keys are stored, labels are read. */
export const yesNo = { yes: '是', no: '否' } as const
export const able = { yes: '能', no: '不能' } as const
export const severity = { none: '无', low: '低', medium: '中', high: '高' } as const

export const householdClass = {
  dibao: '低保对象',
  tekun: '特困人员',
  orphan: '孤儿',
  'unsupported-child': '事实无人抚养儿童',
  marginal: '低保边缘家庭',
  monitored: '防止返贫监测对象',
  expenditure: '支出型困难家庭（刚性支出困难家庭）',
  'multi-hardship': '多重困境家庭',
  special: '特殊困难家庭',
  silent: '“不声不响、沉默少数”困难家庭',
  other: '其他',
} as const

export const personTrait = {
  'disabled-elder': '失能老年人',
  'semi-disabled-elder': '半失能老年人',
  'seriously-ill': '重病患者',
  'severely-disabled': '重度残疾人',
  youth: '青（少）年',
  vocational: '中职以上学历（含在读）',
  aspiring: '有升学、就业意愿',
} as const

export const relation = {
  head: '户主',
  spouse: '配偶',
  child: '子女',
  'child-in-law': '儿媳或女婿',
  grandchild: '孙子女或外孙子女',
  parent: '父母',
  grandparent: '祖父母或外祖父母',
  sibling: '兄弟姐妹',
  other: '其他',
} as const

export const ageGroup = { minor: '未满 18 周岁', adult: '18—59 周岁', elder: '60 周岁及以上' } as const
export const health = { good: '健康', chronic: '患慢性病', serious: '患重病', mental: '患精神疾病' } as const
export const disabilityGrade = {
  none: '无残疾证',
  g1: '一级',
  g2: '二级',
  g3: '三级',
  g4: '四级',
} as const
export const selfCare = { full: '能自理', partial: '部分不能自理', none: '完全不能自理' } as const
export const work = {
  working: '稳定就业',
  casual: '灵活就业或务农',
  seeking: '失业，想找工作',
  unable: '无劳动能力',
  student: '在校学生',
  home: '其他未就业',
} as const
export const education = {
  none: '未上过学',
  primary: '小学',
  junior: '初中',
  senior: '高中或中职',
  college: '大专及以上',
} as const

export const caseSource = {
  window: '乡镇（街道）社会救助窗口',
  wechat: '微信公众号',
  app: '手机应用',
  assistant: '社会救助协理员主动发现',
  neighbour: '邻里反映',
  community: '村（社区）上报',
  hotline: '热线电话',
  department: '部门转介',
  'big-data': '大数据比对',
  screening: '“铁脚板”走访排摸',
  transfer: '人户分离协调转入',
  self: '家庭主动求助',
  advisor: '社区救助顾问发现',
  cloud: '“社区云”',
  'mini-programme': '小程序',
  'service-centre': '社区服务中心、服务站',
  other: '其他',
} as const
export const visitType = {
  new: '新增对象',
  existing: '其他对象',
  project: '项目走访',
  advisor: '顾问走访',
  inspection: '督查',
  'follow-up': '回访',
} as const
export const urgency = { normal: '一般', urgent: '紧急', emergency: '特别紧急' } as const

export const hardship = {
  illness: '因病',
  disability: '因残',
  age: '年老无人照料',
  accident: '突发意外',
  disaster: '因灾',
  schooling: '因学',
  unemployment: '失业或缺少劳动力',
  guardianship: '监护缺失或监护不当',
  other: '其他',
} as const
export const caregiver = { enough: '有人照料', partly: '有人照料但照料不足', none: '无人照料' } as const
export const housing = {
  own: '自有住房',
  public: '公租房',
  rent: '租房',
  lent: '借住',
  institution: '机构住养',
  none: '无固定住所',
} as const
export const housingState = { safe: '安全', 'needs-repair': '需要修缮', dangerous: '危房' } as const
export const incomeSource = {
  wage: '工资或务工收入',
  farm: '种植养殖收入',
  pension: '养老金',
  assistance: '救助金或补贴',
  support: '赡养、抚养费',
  property: '租金等财产收入',
  none: '无收入',
} as const
export const property = {
  car: '机动车辆',
  house: '其他住房',
  business: '经营实体',
  savings: '较大额存款或有价证券',
  none: '以上都没有',
} as const
export const burden = {
  medical: '医疗支出',
  education: '教育支出',
  care: '照护支出',
  debt: '债务',
  none: '无明显刚性支出',
} as const
export const opinion = { agree: '符合条件', disagree: '不符合条件', supplement: '需补充材料' } as const
export const selfCareLevel = {
  able: '具备生活自理能力',
  partial: '部分丧失生活自理能力',
  unable: '完全丧失生活自理能力',
} as const
