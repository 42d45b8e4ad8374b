import { accessSync, constants, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { step } from '../local/process/progress.ts'
import { keysFile, textOf } from './archive/manifest.ts'
import { openKeys, readPassphrase } from './archive/sealed-keys.ts'
import { cityOnShelf, isOnShelf } from './archive/shelf.ts'
import { readManifest, verifyArchive } from './archive/verify.ts'
import { exportTo, withArchive } from './archive-at.ts'
import type { Given } from './arguments.ts'
import { writeCertificate } from './certificate-paper.ts'
import { closeCity } from './close.ts'
import { type Command, groundOf, type Say, subjectOf } from './command.ts'
import { makeFolder } from './folder.ts'
import { type Place, Unable } from './ground.ts'
import { kindName } from './kinds.ts'
import { provinceFor } from './registry.ts'
import { abandonClosing } from './reopen.ts'
import { restoreCity } from './restore.ts'

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
      return (await place()).at(city, provinceFor(city), 'archivist')
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
  const unable = (why: string) =>
    new Unable(`证明写不进 ${folder}（${why}）。请用 --certificate 写明另一个文件夹，没有改动任何数据。`)
  makeFolder(folder)
  if (!statSync(folder).isDirectory()) throw unable('不是文件夹')
  try {
    accessSync(folder, constants.W_OK)
  } catch (error) {
    throw unable(String((error as NodeJS.ErrnoException).code))
  }
}

const waitOf = (given: Given): number => {
  const text = given.text('wait') ?? '90'
  if (!/^\d{1,4}$/.test(text)) throw new Unable(`--wait 应为秒数，现在是「${text}」。`)
  return Number(text)
}

/** Commands that write an archive, or work with one. */
export const archiveCommands = {
  async export(given, place, say) {
    const to = given.must('to', '归档要写到的文件夹，或 s3')
    const passphrase = readPassphrase(given.must('passphrase-file', '口令所在的文件'))
    const ground = await groundOf(given, place, 'archivist')
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
      const ground = await groundOf(given, place, 'archivist')
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
  abandon: onArchive(
    (given) => given.must('archive', '那次关闭所用的归档'),
    async ({ given, folder: archive, place, say }) => {
      const ground = await groundOf(given, place, 'archivist')
      const yes = given.flag('yes')
      const { result, name, wereOut } = await abandonClosing(ground, { archive, yes })
      const back = wereOut ? '全部成员和邀请已按归档恢复，一分钟内即可继续工作' : '成员没有受影响'
      if (result === 'would')
        say(
          `加上 --yes 将放弃${name}的关闭${wereOut ? '，并按归档恢复成员和邀请' : ''}。现在没有改动任何数据。`,
        )
      else say(`✓ 已放弃${name}的关闭，没有删除任何数据，${back}`)
      return 0
    },
  ),
  restore: onArchive(
    (given) => subjectOf(given, '归档所在的文件夹'),
    async ({ given, folder: archive, place, say }) => {
      const passphrase = readPassphrase(given.must('passphrase-file', '口令所在的文件'))
      const { city, name } = readManifest(archive).contents
      const ground = await (await place()).at(city, provinceFor(city), 'archivist')
      const { manifest } = await step('恢复', () => restoreCity(ground, { archive, passphrase }))
      say(`✓ 已在${ground.place}恢复${name}（${city}），共 ${manifest.contents.rows} 行，与归档逐行一致`)
      return 0
    },
  ),
} as const satisfies Readonly<Record<string, Command>>
