import { inventedIdNumber } from './id-number.ts'
import { demoId } from './ids.ts'

/** One invented person. `sex` and `born` make the id number; nobody here exists: 演示数据. */
export type DemoMember = {
  readonly name: string
  readonly sex: '男' | '女'
  readonly born: string
  readonly relation: string
  readonly traits: readonly string[]
  readonly objectClass?: string
  readonly guardian?: string
}

export type DemoHousehold = {
  readonly key: string
  readonly village: string
  readonly address: string
  readonly people: readonly DemoMember[]
}

const one = (
  name: string,
  sex: '男' | '女',
  born: string,
  relation: string,
  objectClass: string | undefined,
  ...traits: string[]
): DemoMember => ({ name, sex, born, relation, traits, ...(objectClass !== undefined && { objectClass }) })

const child = (name: string, sex: '男' | '女', born: string, guardian: string, objectClass?: string) => ({
  ...one(name, sex, born, '子女', objectClass, 'minor'),
  guardian,
})

const home = (key: string, village: string, address: string, ...people: DemoMember[]): DemoHousehold => ({
  key,
  village,
  address,
  people,
})

/** 殷汇镇: 长青村, 福田村. */
const yinhui = [
  home(
    'y01',
    '341702-1201',
    '长青村一组 3 号',
    one('甘守义', '男', '1941-03-12', '户主', 'tekun', 'elder', 'living-alone', 'partly-self-care'),
  ),
  home(
    'y02',
    '341702-1201',
    '长青村一组 11 号',
    one('查月英', '女', '1938-09-02', '户主', 'tekun', 'elder', 'disabled-elder', 'cannot-self-care'),
  ),
  home(
    'y03',
    '341702-1201',
    '长青村二组 6 号',
    one('纪有田', '男', '1957-05-21', '户主', 'dibao', 'severely-disabled'),
    one('葛秀梅', '女', '1960-11-08', '配偶', 'dibao'),
  ),
  home(
    'y04',
    '341702-1201',
    '长青村三组 1 号',
    one('舒桂香', '女', '1949-01-30', '户主', 'dibao', 'elder', 'living-alone'),
  ),
  home(
    'y05',
    '341702-1202',
    '福田村二组 9 号',
    one('桑建国', '男', '1968-07-15', '户主', 'near-poor', 'seriously-ill'),
    one('佘小兰', '女', '1971-02-26', '配偶', undefined),
    child('桑雨桐', '女', '2014-06-01', '桑建国'),
  ),
  home(
    'y06',
    '341702-1202',
    '福田村二组 15 号',
    one('窦德才', '男', '1944-12-05', '户主', 'tekun', 'elder', 'semi-disabled-elder', 'unattended'),
  ),
  home(
    'y07',
    '341702-1202',
    '福田村四组 2 号',
    one('阮金凤', '女', '1952-04-17', '户主', 'near-poor', 'elder', 'seriously-ill'),
    one('阮志强', '男', '1979-10-10', '子女', undefined, 'disabled'),
  ),
  home(
    'y08',
    '341702-1202',
    '福田村五组 8 号',
    one('谈老五', '男', '1955-08-23', '户主', 'dibao', 'disabled', 'living-alone'),
  ),
  home(
    'y09',
    '341702-1201',
    '长青村四组 5 号',
    one('卞素珍', '女', '1947-06-19', '户主', 'dibao', 'elder'),
    child('卞晨', '男', '2015-03-09', '卞素珍', 'child'),
  ),
] as const

/** 牛头山镇 永康村 and 梅村镇 同心村, 新明村. */
const beyond = [
  home(
    'n01',
    '341702-1301',
    '永康村一组 2 号',
    one('瞿长河', '男', '1940-02-14', '户主', 'tekun', 'elder', 'disabled-elder', 'cannot-self-care'),
  ),
  home(
    'n02',
    '341702-1301',
    '永康村三组 7 号',
    one('冉玉珍', '女', '1950-10-27', '户主', 'dibao', 'elder', 'living-alone'),
  ),
  home(
    'n03',
    '341702-1301',
    '永康村三组 12 号',
    one('湛立新', '男', '1972-03-03', '户主', 'near-poor', 'severely-disabled'),
    one('虞晓芳', '女', '1975-09-18', '配偶', undefined),
  ),
  home(
    'm01',
    '341702-1601',
    '同心村二组 4 号',
    one('耿大山', '男', '1946-11-11', '户主', 'tekun', 'elder', 'living-alone'),
  ),
  home(
    'm02',
    '341702-1602',
    '新明村一组 9 号',
    one('昝春花', '女', '1958-05-05', '户主', 'dibao', 'seriously-ill'),
  ),
] as const

export const demoHouseholds: readonly DemoHousehold[] = [...yinhui, ...beyond]

/** A person as registered: with an id, an id number, and for adults a phone that rings nowhere. */
export type Person = DemoMember & { readonly id: string; readonly idNumber: string; readonly phone?: string }

/** The people of the household at this place in the list. */
export const peopleOf = ({ key, people }: DemoHousehold): readonly Person[] => {
  const serial = demoHouseholds.findIndex((one) => one.key === key)
  return people.map((person, at) => ({
    ...person,
    id: demoId(`person ${key} ${at}`, epoch),
    idNumber: inventedIdNumber(person.born, serial * 20 + at * 2 + (person.sex === '男' ? 1 : 2)),
    ...(person.guardian === undefined && { phone: `100-0000-${String(serial * 10 + at).padStart(4, '0')}` }),
  }))
}

/** Ids do not move with the day on which the demo data is made. */
const epoch = new Date('2026-01-05T01:00:00Z')
export const householdId = (key: string): string => demoId(`household ${key}`, epoch)
export const caseId = (key: string): string => demoId(`case ${key}`, epoch)

/** The township of a village, as the demo profile numbers them: `341702-1201` lies in `341702-12`. */
export const townshipOf = (village: string): string => village.slice(0, -2)
