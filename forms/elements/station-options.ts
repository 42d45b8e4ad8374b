/** Code lists of stations, their staff and the providers that run them. */
export const rating = {
  a5: '5A 级',
  a4: '4A 级',
  a3: '3A 级',
  a2: '2A 级',
  a1: '1A 级',
  none: '没有参加评估',
} as const
export const certificate = {
  assistant: '助理社会工作师',
  'social-worker': '社会工作师',
  senior: '高级社会工作师',
  psychologist: '心理咨询师',
  other: '其他职业资格',
  none: '没有职业资格',
} as const
export const post = {
  manager: '项目负责人',
  worker: '社会工作者',
  assistant: '社会救助协理员',
  psychologist: '心理咨询师',
  volunteer: '志愿者',
  other: '其他',
} as const
export const publicPart = {
  basics: '基本情况',
  qualification: '专业资质',
  finance: '年度财务报告',
  experience: '社会服务项目经验',
} as const
export const filing = {
  plan: '年度实施计划',
  contract: '政府购买服务合同',
  recruit: '人员招聘方案',
} as const
export const scheme = { evaluation: '评估计划', exit: '退出机制', emergency: '应急预案' } as const
export const trainee = {
  advisor: '社区救助顾问',
  'social-worker': '社会工作者',
  assistant: '社会救助协理员',
  provider: '机构服务人员',
  neighbour: '邻里互助者',
  volunteer: '志愿者',
  'district-officer': '区级专职人员',
  'township-officer': '街镇级专职人员',
  'community-officer': '社区民政干部',
  expert: '专家团队',
} as const
export const trainingType = { training: '培训', supervision: '督导' } as const
export const organiser = { above: '上级民政部门', own: '机构内部', institute: '培训机构' } as const
export const evidence = {
  'sign-in': '签到表',
  certificate: '证书',
  photo: '照片',
  record: '培训或督导记录',
} as const
export const passed = { yes: '合格', no: '不合格', none: '没有考核' } as const
export const stationLevel = { total: '社工总站', town: '镇（街）站', village: '居（村）点' } as const
export const site = {
  office: '办公用房',
  desk: '桌椅',
  computer: '电脑',
  printer: '打印机',
  cabinet: '档案柜',
  stationery: '文具用品',
} as const
export const room = { case: '个案咨询室', group: '小组活动室' } as const
export const rule = {
  staff: '人员管理',
  finance: '财务管理',
  volunteer: '志愿者管理',
  place: '服务场所使用管理',
  archive: '文书档案管理',
} as const
export const paper = { archive: '服务文书档案', database: '服务对象数据库', promise: '服务承诺' } as const
export const grade = { good: '好', fair: '较好', plain: '一般', poor: '差' } as const
export const reviewPeriod = { first: '上半年', second: '下半年', year: '全年' } as const
export const reviewResult = { passed: '合格', failed: '不合格' } as const
export const replacement = { none: '不需要', asked: '已要求调换', done: '已调换' } as const
