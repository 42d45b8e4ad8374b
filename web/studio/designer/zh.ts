import { addCatalogue } from '../../app/i18n.ts'

/** Texts around the drawing of a form; they come with the form editor, not with the studio. */
const zh = {
  title: '表单设计',
  loading: '正在打开表单设计…',
  failed: '表单设计没有打开。',
  failedLead: '可能是网络慢，或浏览器不允许。可以重新载入；也可以切换到“源文件”照常修改，已经改的内容都在。',
  again: '重新载入',
  how: '点题型的名称或把它拖进表里；点一项再按“设置”（或双击）修改；Alt 加上下方向键移动。改动随时进入右边的预览，可以用上面的“撤销”退回。',
  renamed: '英文代码已改，同时修改了 {{count}} 处引用。按一次“撤销”可以一起退回。',
  barred: '这张表里有不能放进设计的内容，所以没有打开',
  barredLead: '请到“源文件”逐项更正，或者让系统整理：不能用的部分会去掉，其余保留，可以用“撤销”退回。',
  tidy: '整理后打开',
  tidyLead: '整理会这样改：',
  tidyNothing: '只整理写法，不去掉内容。',
  more: '还有 {{count}} 处',
  checks: '设计中的问题',
  checksNone: '没有发现问题。',
  front: '显示',
  fronts: { form: '表单', side: '预览与规则' },
  lists: {
    catalogue: '服务事项清单',
    objectClasses: '服务对象类别',
    householdClasses: '家庭身份类别',
    traits: '个人特征',
    divisions: '行政区划',
  },
} as const

declare module '../../app/i18n.ts' {
  interface Catalogues {
    designer: typeof zh
  }
}
addCatalogue('designer', zh)
