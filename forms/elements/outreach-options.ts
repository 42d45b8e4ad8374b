/** Code lists of finding people, handing them on, and looking again. */
export const objectKind = {
  dibao: '低保对象（低保户）',
  tekun: '特困人员（五保户）',
  disabled: '残疾人',
  'left-child': '留守儿童',
  'left-woman': '留守妇女',
  'left-elder': '留守老年人',
  orphan: '孤儿',
  'unsupported-child': '事实无人抚养儿童',
  'troubled-minor': '困境未成年人',
  elder: '困难老年人',
  assisted: '社会救助家庭',
  vagrant: '流浪乞讨人员',
  other: '其他',
} as const
export const minorKind = {
  disabled: '残疾儿童',
  ill: '重病儿童',
  poor: '贫困儿童',
  idle: '闲散儿童',
  misconduct: '有严重不良行为儿童',
  unguarded: '监护缺失儿童',
  misguarded: '监护不当儿童',
} as const
export const assistance = {
  dibao: '最低生活保障',
  tekun: '特困人员供养',
  disaster: '受灾人员救助',
  medical: '医疗救助',
  housing: '住房救助',
  temporary: '临时救助',
  none: '都没有',
} as const
export const protection = {
  safety: '兜底保障',
  support: '帮助支持',
  growth: '发展提升',
  urgent: '紧急保护',
} as const
export const partyType = {
  'social-work': '社会工作服务机构',
  'social-organisation': '社会组织',
  charity: '慈善组织',
  welfare: '社会福利机构',
  medical: '医疗机构',
  department: '政府部门或群团组织',
  township: '乡镇（街道）',
  'civil-affairs': '民政部门',
  station: '救助管理机构或未成年人保护机构',
  other: '其他',
} as const
export const consent = {
  self: '本人同意',
  guardian: '监护人同意',
  duty: '履行法定职责，已告知',
  refused: '不同意',
} as const
export const sharedField = {
  name: '姓名',
  phone: '联系电话',
  address: '现居住地址',
  class: '身份类别',
  needs: '服务需求',
  health: '健康和残疾情况',
  family: '家庭成员',
  assessment: '评估结果',
} as const
export const acceptance = { pending: '待接收', accepted: '已接收', refused: '不予接收' } as const
export const alertKind = {
  homeless: '生活无着的流浪乞讨人员',
  'disabled-elder': '无人赡养或赡养不力的失能失智老人',
  'lone-elder': '独居、高龄老人',
  'unguarded-minor': '监护缺失的困境未成年人',
  'left-child': '留守儿童',
  'left-woman': '留守妇女',
  'left-elder': '留守老年人',
  violence: '疑似遭受暴力、虐待或遗弃',
  other: '其他',
} as const
export const reportTo = {
  police: '公安机关',
  village: '村（居）民委员会',
  township: '乡镇人民政府（街道办事处）',
  'civil-affairs': '民政部门',
  other: '其他有关部门',
} as const
export const danger = {
  now: '正在发生危险',
  soon: '可能发生危险',
  none: '暂无危险，需要关注',
} as const
export const checkMethod = {
  phone: '电话回访',
  home: '入户核实',
  archive: '查阅台账档案',
  joined: '实地参与走访',
  survey: '居民满意度调查',
  cases: '总结典型个案',
} as const
export const checkKind = { sample: '年度抽查', inspection: '不定期督查' } as const
export const finding = { yes: '是', no: '否', na: '本次没有查' } as const
export const mended = { done: '已整改到位', not: '没有整改到位' } as const
export const effect = { good: '有明显帮助', some: '有一些帮助', none: '没有帮助' } as const
export const complaintChannel = {
  hotline: '咨询、投诉电话',
  window: '窗口',
  letter: '来信',
  visit: '来访',
  online: '网络',
  other: '其他',
} as const
export const complaintKind = { ask: '咨询', complaint: '投诉', advice: '建议' } as const
export const complaintAbout = {
  eligibility: '资格认定',
  service: '服务质量',
  worker: '服务人员',
  fee: '收费和结算',
  notice: '公示和个人信息',
  other: '其他',
} as const
export const upheld = { yes: '情况属实', part: '部分属实', no: '情况不属实' } as const
export const cityApproval = { pending: '待协调', agreed: '同意转入', refused: '不同意转入' } as const
