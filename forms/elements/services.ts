import type { CommonService } from './service.ts'

/** Code behind `svc.`, name, unit, other names. Written in rows because every function carries them. */
type Row = readonly [code: string, name: string, unit: string, ...aliases: readonly string[]]

const of = (category: CommonService['category'], rows: readonly Row[]): readonly CommonService[] =>
  rows.map(([code, name, unit, ...aliases]) => ({ code: `svc.${code}`, name, unit, category, aliases }))

/** Common service codes. A unit is the one in which cities are compared, not one that a paper prescribes. */
export const commonServices: readonly CommonService[] = [
  ...of('care', [
    ['home-care', '居家照料', '月', '居家护理', '上门照料', '居家照护'],
    ['day-care', '日间托管', '天', '日间照料', '日托'],
    ['meal', '供餐送餐', '餐', '助餐', '送餐上门'],
    ['errand', '代购代办', '次', '代办服务', '助急'],
    ['bath', '助浴', '次', '上门助浴', '洗浴服务'],
    ['haircut', '理发', '次', '上门理发'],
    ['mobility', '助行', '次', '陪同出行'],
    ['escort', '陪同就医', '次', '陪诊', '助医'],
    ['laundry', '助洗', '次', '衣物清洗', '洗衣服务'],
    ['respite', '喘息服务', '天', '短期托养'],
    ['institution-care', '集中供养', '月', '机构供养', '机构照料'],
    ['doorbell', '爱心门铃', '套', '一键呼叫', '紧急呼叫'],
    ['pairing', '结对帮扶', '户·年', '结对关爱'],
    ['visit', '走访慰问', '次', '探访关爱', '探访', '访视'],
    ['warmth', '送温暖', '次'],
    ['charity-visit', '慈善走访慰问', '次'],
    ['clothes', '捐赠衣物配发', '次', '衣物捐赠'],
    ['charity-volunteer', '慈善义工志愿服务', '次', '义工服务'],
    ['hospice', '临终关怀', '次', '安宁陪伴'],
    ['companionship', '陪伴关爱', '次', '陪伴探访', '情感关爱'],
    ['emergency', '应急救助', '次', '临时庇护'],
  ]),
  ...of('cleaning', [['cleaning', '清洁卫生', '小时', '助洁', '居室保洁', '家庭保洁']]),
  ...of('health', [
    ['nursing', '健康护理', '次', '上门护理', '居家护理服务'],
    ['hospital-care', '专门医疗机构治疗和托管', '月'],
    ['health-talk', '健康讲座', '场', '健康宣教'],
    ['free-clinic', '社区义诊', '场', '义诊'],
    ['health-management', '健康管理', '年', '健康档案与随访'],
    ['rehab', '康复训练', '次', '康复指导'],
  ]),
  ...of('ability', [
    ['information', '信息咨询', '次', '政策咨询', '政策引导', '政策宣传'],
    ['capacity', '能力提升', '次', '能力建设'],
    ['skills', '技能培训', '课时', '职业技能培训', '就业培训'],
    ['inclusion', '社会融入', '次', '社会参与'],
    ['counselling', '心理疏导', '次', '心理咨询', '精神慰藉'],
    ['resource', '资源链接', '次', '资源对接'],
    ['discovery', '主动发现', '次', '排查发现', '外展服务', '排查建档'],
    ['assessment', '需求评估', '次', '入户调查评估', '监护评估'],
    ['crisis', '危机干预', '次'],
    ['rights', '权益维护', '次', '权益保障', '法律援助'],
    ['guardianship', '监护支持', '次', '监护救助', '监护随访'],
    ['family', '家庭关系调适', '次', '婚姻家庭辅导', '代际沟通'],
    ['correction', '教育矫治', '次', '行为干预'],
    ['livelihood', '就业与生计帮扶', '次', '就业帮扶', '生计项目'],
    ['community', '社区组织与志愿队伍培育', '次', '志愿者队伍建设', '社区社会组织培育'],
    ['recreation', '文体娱乐', '次', '娱乐休闲'],
  ]),
]
