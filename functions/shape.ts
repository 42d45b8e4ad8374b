import * as z from 'zod'

export const ulidPattern = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/

/** A ULID made by a client or by us. */
export const ulidShape = z.string().regex(ulidPattern, '编号不是有效的 ULID，请刷新后重新提交。')
export const memberShape = z.string().regex(/^[0-9a-f]{64}$/, '成员编号不对，请从名单中选择。')
/** A key of the configuration, a division or a provider. */
export const codeShape = z
  .string()
  .regex(/^[0-9A-Za-z][0-9A-Za-z._-]{0,39}$/, '代码格式不对，请从列表中选择。')
export const dayShape = z.iso.date('请填写日期，例如 2026-11-21。')

/** No control characters and nothing that turns the direction of text; line breaks and tabs may stand in a reason. */
const printable = /^(?:[^\p{Cc}\u202a-\u202e\u2066-\u2069]|[\n\r\t])*$/u

/** Text that a person typed: without blanks at its ends. */
export const words = (most: number, least = 1) =>
  z
    .string()
    .trim()
    .min(least, least > 1 ? `请至少写 ${least} 个字。` : '这一项不能为空。')
    .max(most, `最多 ${most} 个字，请删减。`)
    .regex(printable, '含有无法显示的字符，请删去后重新填写。')
