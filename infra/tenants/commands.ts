import { provinceName } from '#forms/standards'
import { archiveCommands } from './archive-commands.ts'
import type { Given } from './arguments.ts'
import { type Command, groundOf, type Say, subjectOf } from './command.ts'
import type { First } from './founding.ts'
import { Unable } from './ground.ts'
import { listTenants } from './list.ts'
import { inviteFirst, type Opened, openCity, openOffice } from './open.ts'
import { provinceFor } from './registry.ts'
import { remainsOf } from './remains.ts'

const firstOf = (given: Given): First => {
  const [subject, name] = [given.text('admin'), given.text('admin-name') ?? '市级管理员']
  if ((subject !== undefined) === given.flag('invite'))
    throw new Unable('请写明第一位管理员：--admin <登录标识> 或 --invite，二者选一。')
  return subject === undefined ? { kind: 'invitation', name } : { kind: 'subject', subject, name }
}

const showLink = (say: Say, link: string): void =>
  say(`\n邀请链接（只显示这一次，7 天内有效，只能用一次，请直接交给管理员本人）：\n\n    ${link}\n`)

const open: Command = async (given, place, say) => {
  const name = given.must('name', '城市名称')
  const first = firstOf(given)
  const ground = await groundOf(given, place)
  const pack = given.text('pack')
  const done: Opened = await openCity(ground, { name, first, ...(pack !== undefined && { pack }) })
  const { city } = ground.store.reach
  say(
    done.result === 'opened' ? `✓ 已在${ground.place}开通${name}（${city}）` : `${city} 已经开通，没有改动。`,
  )
  if (done.result === 'opened' && done.link !== undefined) showLink(say, done.link)
  return 0
}

const prepare: Command = async (_, place, say) => {
  const { prepare: make } = await place()
  if (!make) throw new Unable('prepare 只用于 --server；其他地方的数据表已经建好。')
  say(`✓ 数据表 ${await make()} 已建好`)
  return 0
}

const commandsByName = {
  prepare,
  open,
  async invite(given, place, say) {
    const ground = await groundOf(given, place)
    showLink(say, await inviteFirst(ground, given.text('admin-name') ?? '市级管理员'))
    return 0
  },
  async 'open-office'(given, place, say) {
    const province = subjectOf(given, '省份代码')
    const subject = given.must('admin', '第一位工作人员的登录标识')
    if (provinceFor(province) !== province) throw new Unable(`「${province}」不是省份代码，应以 0000 结尾。`)
    const ground = await (await place()).at(province, province)
    const { result } = await openOffice(ground, { subject, name: given.text('admin-name') ?? '省级工作人员' })
    const name = provinceName(province)
    say(
      result === 'opened' ? `✓ 已开通${name}主管部门（${province}）` : `${name}主管部门已经开通，没有改动。`,
    )
    return 0
  },
  async list(_, place, say) {
    const rows = await listTenants(await place())
    const states = { closing: '正在关闭', reopening: '正在放弃关闭', restoring: '正在恢复' } as const
    for (const { city, name, opened, state, exported } of rows)
      say(
        [
          city,
          name,
          `${opened.slice(0, 10)} 开通`,
          state ? states[state] : '在用',
          exported ? `${exported.at.slice(0, 10)} 导出` : '没有导出过',
        ].join('　'),
      )
    say(rows.length === 0 ? '还没有登记任何城市。用 open 命令开通第一个。' : `共 ${rows.length} 个城市。`)
    return 0
  },
  ...archiveCommands,
  async remains(given, place, say) {
    const { rows, ownLists } = await remainsOf(await groundOf(given, place, 'archivist'))
    say(rows === 0 ? '✓ 没有该市的数据' : `✗ 还有该市的数据 ${rows} 行`)
    if (ownLists > 0) say(`    成员本人的城市列表里还有 ${ownLists} 条，由汇总任务清除`)
    return rows === 0 ? 0 : 1
  },
} as const satisfies Readonly<Record<string, Command>>

export const commands: Readonly<Record<string, Command>> = commandsByName
