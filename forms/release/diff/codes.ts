import { values } from './values.ts'

/** The same code may stand for a mode, a fund and a role: what a member names is looked up in this list first. */
const lists: Readonly<Record<string, string>> = {
  all: 'traits',
  any: 'traits',
  category: 'categories',
  fund: 'funds',
  item: 'items',
  leadsTo: 'states',
  level: 'bands',
  methods: 'methods',
  mode: 'modes',
  next: 'states',
  objectClass: 'classes',
  objects: 'classes',
  providers: 'types',
}

/** Members that hold words of the format itself. */
const fixed: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  lock: { required: '必做', optional: '可选' },
  term: { days: '按天数' },
  type: {
    textfield: '单行文字',
    textarea: '多行文字',
    number: '数字',
    currency: '金额',
    checkbox: '勾选框',
    selectboxes: '多选',
    radio: '单选',
    select: '下拉选择',
    datetime: '日期时间',
    day: '年月日',
    time: '时间',
    phoneNumber: '电话',
    email: '电子邮箱',
    url: '网址',
    survey: '评价表',
    signature: '签名',
    file: '附件',
    tags: '标签',
    datagrid: '表格',
    editgrid: '逐条填写的表格',
    container: '分组',
    hidden: '隐藏值',
  },
  'properties.sensitivity': {
    public: '公开',
    internal: '内部',
    personal: '个人信息',
    sensitive: '敏感个人信息',
  },
}
const roles: ReadonlySet<string> = new Set('actors appliedBy by referralBy role team'.split(' '))

/** The word for a code that the format itself gives in this member. */
const fixedWord = (member: string, code: string): string | undefined => {
  const words = roles.has(member) ? values : Object.hasOwn(fixed, member) ? fixed[member] : undefined
  return words !== undefined && Object.hasOwn(words, code) ? words[code] : undefined
}

/** How `gatherNames` files the name of an entry of a list. */
export const filed = (list: string, code: string): string => `${list}/${code}`

/** What people call the code that a member holds; undefined where nobody named it. */
export const nameOfCode = (
  member: string,
  code: string,
  names: ReadonlyMap<string, string>,
): string | undefined => {
  const list = Object.hasOwn(lists, member) ? lists[member] : undefined
  const listed = list === undefined ? undefined : names.get(filed(list, code))
  return fixedWord(member, code) ?? listed ?? names.get(code)
}
