import { accessSync, constants, mkdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { provinceName } from '#forms/standards'
import { step } from '../local/process/progress.ts'
import { keysFile, textOf } from './archive/manifest.ts'
import { openKeys, readPassphrase } from './archive/sealed-keys.ts'
import { cityOnShelf, isOnShelf } from './archive/shelf.ts'
import { readManifest, verifyArchive } from './archive/verify.ts'
import { exportTo, withArchive } from './archive-at.ts'
import type { Given } from './arguments.ts'
import { writeCertificate } from './certificate-paper.ts'
import { closeCity } from './close.ts'
import type { First } from './founding.ts'
import { type Ground, type Place, Unable } from './ground.ts'
import { kindName } from './kinds.ts'
import { listTenants } from './list.ts'
import { inviteFirst, type Opened, openCity, openOffice } from './open.ts'
import { provinceFor } from './registry.ts'
import { remainsOf } from './remains.ts'
import { restoreCity } from './restore.ts'

type Say = (words: string) => void
/** Answers the exit code. */
type Command = (given: Given, place: () => Promise<Place>, say: Say) => Promise<number>

const subjectOf = ({ subject }: Given, what: string): string => {
  if (subject === undefined) throw new Unable(`请在命令后面写明${what}。`)
  return subject
}

const groundOf = async (given: Given, place: () => Promise<Place>): Promise<Ground> => {
  const city = subjectOf(given, '城市代码')
  const province = provinceFor(city, given.text('province'))
  return (await place()).at(city, province)
}

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

type OnArchive = {
  readonly given: Given
  readonly place: () => Promise<Place>
  readonly say: Say
  /** As it was written, and where the archive lies on this machine. */
  readonly address: string
  readonly folder: string
}
const onArchive =
  (addressOf: (given: Given) => string, work: (on: OnArchive) => Promise<number>): Command =>
  (given, place, say) => {
    const address = addressOf(given)
    const ground = async () => {
      const city = cityOnShelf(address)
      return (await place()).at(city, provinceFor(city))
    }
    return withArchive(address, ground, (folder) => work({ given, place, say, address, folder }))
  }

const readSigningKey = (file: string): string => {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new Unable(`读不到签名用的私钥 ${file}（${(error as NodeJS.ErrnoException).code}）。`)
  }
}

/** Makes the folder of the papers before anything is closed. */
const preparePapers = (folder: string): void => {
  try {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.W_OK)
  } catch (error) {
    throw new Unable(
      `证明写不进 ${folder}（${(error as NodeJS.ErrnoException).code}）。请用 --certificate 写明另一个文件夹，没有改动任何数据。`,
    )
  }
}

const waitOf = (given: Given): number => {
  const text = given.text('wait') ?? '90'
  if (!/^\d{1,4}$/.test(text)) throw new Unable(`--wait 应为秒数，现在是「${text}」。`)
  return Number(text)
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
    const states = { closing: '正在关闭', restoring: '正在恢复' } as const
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
  async export(given, place, say) {
    const to = given.must('to', '归档要写到的文件夹，或 s3')
    const passphrase = readPassphrase(given.must('passphrase-file', '口令所在的文件'))
    const ground = await groundOf(given, place)
    const { manifest, id, at } = await step('导出', () =>
      exportTo(ground, to, { passphrase, exact: given.flag('exact') }),
    )
    const { contents } = manifest
    for (const [kind, n] of Object.entries(contents.kinds)) say(`    ${kindName(kind)}　${n} 行`)
    say(`    共 ${contents.rows} 行，压缩后 ${contents.packed.bytes} 字节，归档编号 ${id}`)
    const hasMoved = JSON.stringify(contents.moved.begin) !== JSON.stringify(contents.moved.end)
    if (contents.consistency === 'scan')
      say(
        `    ${hasMoved ? '! 读取期间配置或管理员有改动。' : ''}各行是读取期间各自时刻的样子；要同一时刻的，请加 --exact。`,
      )
    say(`✓ 归档在 ${at}`)
    return 0
  },
  verify: onArchive(
    (given) => subjectOf(given, '归档所在的文件夹'),
    async ({ given, folder, say }) => {
      const verified = await step('核验', () => verifyArchive(folder))
      if (!verified.whole) {
        for (const problem of verified.problems) say(`    · ${problem}`)
        say('✗ 归档有问题，不能用来关闭或恢复。')
        return 1
      }
      const { contents } = verified.manifest
      const file = given.text('passphrase-file')
      if (file !== undefined)
        openKeys(readFileSync(join(folder, keysFile), 'utf8'), readPassphrase(file), textOf(contents))
      say(
        `✓ ${contents.name}（${contents.city}）${contents.at} 的归档完整，共 ${contents.rows} 行，编号 ${verified.id}`,
      )
      say(
        file === undefined
          ? '    没有核对口令，只能证明没有损坏，不能证明出自谁手。'
          : '✓ 口令打得开，清单自导出以来没有改动',
      )
      return 0
    },
  ),
  close: onArchive(
    (given) => given.must('archive', '刚刚导出的归档'),
    async ({ given, address, folder: archive, place, say }) => {
      const ground = await groundOf(given, place)
      const [passphrase, key] = [given.text('passphrase-file'), given.text('sign-key')]
      const yes = given.flag('yes')
      const folder = given.text('certificate') ?? (isOnShelf(address) ? '.' : dirname(archive))
      if (yes) preparePapers(folder)
      const done = await step(yes ? '关闭' : '核对', () =>
        closeCity(ground, {
          archive,
          yes,
          quiet: waitOf(given) * 1000,
          ...(passphrase !== undefined && { passphrase: readPassphrase(passphrase) }),
          ...(key !== undefined && { signingKey: readSigningKey(key) }),
        }),
      )
      const { city } = ground.store.reach
      if (done.result === 'would') {
        const { contents } = readManifest(archive)
        say(
          `归档与现有数据一致。加上 --yes 将永久删除${contents.name}（${city}）的 ${contents.rows} 行数据和数据密钥。`,
        )
        if (passphrase === undefined)
          say('! 没有给出口令，不知道归档将来打不打得开。请加上 --passphrase-file 再核对一遍。')
        say('现在没有改动任何数据。')
        return 0
      }
      for (const file of writeCertificate(folder, done.issued)) say(`    ${file}`)
      say(`✓ ${done.issued.certificate.name}（${city}）已关闭，证明的 sha256 为 ${done.issued.sha256}`)
      return 0
    },
  ),
  async remains(given, place, say) {
    const { rows, ownLists } = await remainsOf(await groundOf(given, place))
    say(rows === 0 ? '✓ 没有该市的数据' : `✗ 还有该市的数据 ${rows} 行`)
    if (ownLists > 0) say(`    成员本人的城市列表里还有 ${ownLists} 条，由汇总任务清除`)
    return rows === 0 ? 0 : 1
  },
  restore: onArchive(
    (given) => subjectOf(given, '归档所在的文件夹'),
    async ({ given, folder: archive, place, say }) => {
      const passphrase = readPassphrase(given.must('passphrase-file', '口令所在的文件'))
      const { city, name } = readManifest(archive).contents
      const ground = await (await place()).at(city, provinceFor(city))
      const { manifest } = await step('恢复', () => restoreCity(ground, { archive, passphrase }))
      say(`✓ 已在${ground.place}恢复${name}（${city}），共 ${manifest.contents.rows} 行，与归档逐行一致`)
      return 0
    },
  ),
} as const satisfies Readonly<Record<string, Command>>

export const commands: Readonly<Record<string, Command>> = commandsByName
