import type { Membership, RoleGrant } from '../../functions/api/contract/index.ts'

/** Somebody who can sign in on this machine without a password. Invented, as everything here: 演示数据. */
export type DemoPerson = {
  readonly subject: string
  readonly name: string
  /** What the person does, for the list. */
  readonly duty: string
  readonly memberships: readonly Membership[]
}

const city = (code: string, name: string, ...roles: RoleGrant[]): Membership => ({
  kind: 'city',
  code,
  name,
  roles,
})
const chizhou = (...roles: RoleGrant[]): Membership => city('341700', '池州市', ...roles)
const person = (subject: string, name: string, duty: string, ...memberships: Membership[]): DemoPerson => ({
  subject,
  name,
  duty,
  memberships,
})

/** Divisions of Chizhou in which the demo people work; their codes stand in the pack `341700-care`. */
export const places = {
  guichi: '341702',
  dongzhi: '341721',
  /** 殷汇镇, where most demo households live. */
  yinhui: '341702-12',
  /** 牛头山镇, next door: for what must not be seen from there. */
  niutoushan: '341702-13',
  /** 梅村镇. */
  meicun: '341702-16',
} as const

/** Two providers that serve 贵池; the second one must never see what was referred to the first. */
export const providers = [
  { id: 'demo-anxin', name: '池州安心居家服务中心（演示）' },
  { id: 'demo-nuanyang', name: '池州暖阳社会工作服务中心（演示）' },
] as const

export const inventedCities = [
  { code: '349901', name: '演示甲市', pack: '349901-demo', admin: '甄景明', worker: '甄小禾' },
  { code: '349902', name: '演示乙市', pack: '349902-demo', admin: '易思源', worker: '易小满' },
  { code: '349903', name: '演示丙市', pack: '349903-demo', admin: '宾可嘉', worker: '宾小雨' },
  { code: '349904', name: '演示丁市', pack: '349904-demo', admin: '丁若谷', worker: '丁小舟' },
] as const

/** Cities in which nothing is configured yet: their administrator begins by adopting a pack. */
export const emptyCities = [
  { code: '210381', name: '海城市' },
  { code: '349905', name: '演示戊市' },
] as const

const haicheng = (...roles: RoleGrant[]): Membership => city('210381', '海城市', ...roles)

const invented = inventedCities.flatMap(({ code, name, admin, worker }) => [
  person(`${code}.admin`, admin, '市级管理员', city(code, name, { role: 'admin' })),
  person(`${code}.worker`, worker, '社会救助协理员', city(code, name, { role: 'worker' })),
])

/** Everybody who can sign in on this machine, in the order in which they are listed. */
export const people: readonly DemoPerson[] = [
  person('341700.admin', '方知远', '市级管理员：事项、收费、评估表', chizhou({ role: 'admin' })),
  person(
    '341700.county',
    '陶安然',
    '贵池区管理员',
    chizhou({ role: 'county.admin', divisions: [places.guichi] }),
  ),
  person(
    '341700.township',
    '汪晓晴',
    '殷汇镇经办人：审核、转介',
    chizhou({ role: 'township', divisions: [places.yinhui] }),
  ),
  person(
    '341700.worker',
    '江一帆',
    '殷汇镇社会救助协理员：入户评估',
    chizhou({ role: 'worker', divisions: [places.yinhui] }),
  ),
  person(
    '341700.village',
    '章守田',
    '殷汇镇村干部：第二调查人',
    chizhou({ role: 'village', divisions: [places.yinhui] }),
  ),
  person(
    '341700.provider',
    '桂清和',
    '承接机构：安心居家',
    chizhou({ role: 'provider', provider: providers[0].id }),
  ),
  person('341700.auditor', '严明鉴', '审计员：只看不改', chizhou({ role: 'auditor' })),
  person(
    '341700.township2',
    '胡澄心',
    '牛头山镇、梅村镇经办人',
    chizhou({ role: 'township', divisions: [places.niutoushan, places.meicun] }),
  ),
  person(
    '341700.worker2',
    '叶知秋',
    '殷汇镇、牛头山镇、梅村镇协理员',
    chizhou({ role: 'worker', divisions: [places.yinhui, places.niutoushan, places.meicun] }),
  ),
  person(
    '341700.village2',
    '吴长根',
    '牛头山镇、梅村镇村干部',
    chizhou({ role: 'village', divisions: [places.niutoushan, places.meicun] }),
  ),
  person(
    '341700.provider2',
    '柯暖',
    '承接机构：暖阳社工',
    chizhou({ role: 'provider', provider: providers[1].id }),
  ),
  ...invented,
  person('210381.admin', '辛怀远', '市级管理员：从采用配置包开始', haicheng({ role: 'admin' })),
  person('210381.township', '栾明秋', '镇街经办人：审核、转介', haicheng({ role: 'township' })),
  person('210381.worker', '佟小雪', '社会救助协理员：入户评估', haicheng({ role: 'worker' })),
  person(
    '349905.admin',
    '戊若水',
    '市级管理员：从采用配置包开始',
    city('349905', '演示戊市', { role: 'admin' }),
  ),
  person('340000.office', '安怀瑾', '省级主管处室：各市比较', {
    kind: 'province',
    code: '340000',
    name: '安徽省',
    roles: [{ role: 'office' }],
  }),
  person('000000.visitor', '路过人', '尚未加入任何单位'),
]

export const personOf = (subject: string): DemoPerson | undefined =>
  people.find((candidate) => candidate.subject === subject)
