import { type Check, checkKeys, keysOf } from './report.ts'

/** What a notice (公示) may never show, in any city (S2-10). */
const never: Readonly<Record<string, string>> = {
  'id-number': '公民身份号码',
  phone: '联系电话',
  account: '银行账号',
  address: '详细住址',
  diagnosis: '病情诊断',
  'minor-name': '未成年人姓名',
}

/** A notice shows nothing that is forbidden, and forbids at least what every city must; names are masked. */
export const checkNotice: Check = ({ notice }, report) => {
  if (!notice) return
  checkKeys(report, 'notice', 'columns', notice.columns)
  const forbidden = keysOf(notice.forbidden)
  notice.columns.forEach((one, index) => {
    const err = (code: string, message: string, member: string) =>
      report('error', 'notice', ['columns', index, member], code, message, one.label)
    if (forbidden.has(one.key) || Object.hasOwn(never, one.key))
      err('notice-forbidden', `公示栏目“${one.label}”属于禁止公示的内容，请删除。`, 'key')
    else if (one.key === 'name' && one.show === 'plain')
      err('notice-name', '公示姓名须隐去部分文字，请改为隐去部分姓名。', 'show')
  })
  for (const [key, label] of Object.entries(never))
    if (!forbidden.has(key))
      report('error', 'notice', ['forbidden'], 'notice-unguarded', `“${label}”须列为禁止公示的内容。`, label)
}
