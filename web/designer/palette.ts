import type { Props } from './protocol.ts'

/** A thing to put into a form: what it is called and how it begins. */
export type Piece = {
  /** Name in the palette; also how its key begins. */
  readonly name: string
  readonly type: string
  readonly title: string
  readonly key: string
  readonly props: Props
}
export type PieceGroup = { readonly name: string; readonly title: string; readonly pieces: readonly Piece[] }

const piece = (type: string, title: string, key: string, props: Props = {}, name = type): Piece => ({
  name,
  type,
  title,
  key,
  props: { label: title, input: true, ...props },
})

const two = [
  { label: '选项一', value: 'option1' },
  { label: '选项二', value: 'option2' },
]

/** Layout has no answer of its own. */
const frame = (type: string, title: string, key: string, props: Props = {}): Piece =>
  piece(type, title, key, { input: false, ...props })

/** What the profile supports, in the order in which people look for it. */
export const palette: readonly PieceGroup[] = [
  {
    name: 'texts',
    title: '文字',
    pieces: [
      piece('textfield', '单行文字', 'text'),
      piece('textarea', '多行文字', 'remark', { rows: 3 }),
      piece('textfield', '身份证号码', 'idNumber', { properties: { format: 'cn-id' } }, 'idNumber'),
      piece('phoneNumber', '电话', 'phone'),
      piece('email', '电子邮箱', 'email'),
      piece('url', '网址', 'address'),
      piece('tags', '关键词', 'keywords'),
    ],
  },
  {
    name: 'choices',
    title: '选择',
    pieces: [
      piece('radio', '单选', 'choice', { values: two }),
      piece('select', '下拉选择', 'select', { dataSrc: 'values', data: { values: two } }),
      piece('selectboxes', '多选', 'choices', { values: two }),
      piece('checkbox', '是否（打勾）', 'yes'),
      piece('survey', '量表（逐题打分）', 'scale', {
        questions: [
          { label: '问题一', value: 'question1' },
          { label: '问题二', value: 'question2' },
        ],
        values: [
          { label: '满意', value: 'good' },
          { label: '一般', value: 'fair' },
          { label: '不满意', value: 'poor' },
        ],
      }),
    ],
  },
  {
    name: 'numbers',
    title: '日期与数量',
    pieces: [
      piece('number', '数字', 'number'),
      piece('currency', '金额（元）', 'amount', { currency: 'CNY', decimalLimit: 2 }),
      piece('datetime', '日期', 'date', { format: 'yyyy-MM-dd', enableTime: false }),
      piece('day', '年月日（分开填）', 'day'),
      piece('time', '时刻', 'time'),
    ],
  },
  {
    // `layout` is a name of the builder's own.
    name: 'grouping',
    title: '分组与版式',
    pieces: [
      frame('panel', '一组问题', 'section', { title: '一组问题' }),
      frame('fieldset', '小组（带标题）', 'group', { legend: '小组' }),
      frame('well', '小组（带底色）', 'block'),
      frame('columns', '分栏', 'columns', {
        columns: [
          { width: 6, size: 'md', components: [] },
          { width: 6, size: 'md', components: [] },
        ],
      }),
      frame('tabs', '标签页', 'tabs', {
        components: [
          { label: '第一页', key: 'tab1', components: [] },
          { label: '第二页', key: 'tab2', components: [] },
        ],
      }),
      frame('content', '说明文字', 'note', { html: '<p>请在这里写说明。</p>' }),
      frame('htmlelement', '标题', 'heading', { tag: 'h3', content: '标题' }),
    ],
  },
  {
    name: 'tables',
    title: '表格',
    pieces: [
      piece('datagrid', '表格（一行一行填）', 'rows'),
      piece('editgrid', '清单（一条一条填）', 'list'),
      frame('table', '排版表格', 'table', {
        numRows: 2,
        numCols: 2,
        rows: [
          [{ components: [] }, { components: [] }],
          [{ components: [] }, { components: [] }],
        ],
      }),
      piece('container', '一组数据', 'data'),
    ],
  },
  {
    name: 'files',
    title: '附件与签名',
    pieces: [
      piece('file', '附件', 'files', { storage: 'url', multiple: true }),
      piece('signature', '签名', 'signature'),
    ],
  },
  {
    name: 'computed',
    title: '不显示的项',
    pieces: [piece('hidden', '计算项（不显示）', 'value')],
  },
]

const pieces = palette.flatMap((group) => group.pieces)

/** The piece under this name in the palette. */
export const pieceOf = (name: string): Piece | undefined => pieces.find((one) => one.name === name)

/** What people call a component of this type. */
export const titleOf = (type: string): string =>
  type === 'button' ? '按钮' : (pieces.find((one) => one.type === type)?.title ?? type)
