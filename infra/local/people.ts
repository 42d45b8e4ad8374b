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

/** Divisions of Chizhou that the demo people work in; the codes stand in the pack `341700-care`. */
export const places = {
  guichi: '341702',
  dongzhi: '341721',
} as const

export const inventedCities = [
  { code: '349901', name: '演示甲市', pack: '349901-demo' },
  { code: '349902', name: '演示乙市', pack: '349902-demo' },
  { code: '349903', name: '演示丙市', pack: '349903-demo' },
  { code: '349904', name: '演示丁市', pack: '349904-demo' },
] as const

const invented = inventedCities.flatMap(({ code, name }, index) => [
  person(
    `${code}.admin`,
    ['甄景明', '易思源', '宾可嘉', '丁若谷'][index] as string,
    '市级管理员',
    city(code, name, { role: 'admin' }),
  ),
  person(
    `${code}.worker`,
    ['甄小禾', '易小满', '宾小雨', '丁小舟'][index] as string,
    '社会救助协理员',
    city(code, name, { role: 'worker' }),
  ),
])

/** Everybody who can sign in on this machine, in the order in which they are listed. */
export const people: readonly DemoPerson[] = [
  person('341700.admin', '方知远', '市级管理员：配置事项、收费、评估表', chizhou({ role: 'admin' })),
  person(
    '341700.county',
    '陶安然',
    '贵池区管理员',
    chizhou({ role: 'county.admin', divisions: [places.guichi] }),
  ),
  person('341700.auditor', '严明鉴', '审计员：只看不改', chizhou({ role: 'auditor' })),
  ...invented,
  person('340000.office', '安怀瑾', '省级主管处室：各市比较', {
    kind: 'province',
    code: '340000',
    name: '安徽省',
    roles: [{ role: 'office' }],
  }),
  person('000000.visitor', '路过', '尚未加入任何单位'),
]

export const personOf = (subject: string): DemoPerson | undefined =>
  people.find((candidate) => candidate.subject === subject)
