import { lstatSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { rowOfLine } from '../../../functions/store/operator-row.ts'
import { Unable } from '../ground.ts'
import { counter, kindName, kindOf } from '../kinds.ts'
import { linesIn } from './lines.ts'
import { archiveId, keysFile, Manifest, manifestFile, manifestText, rowsFile } from './manifest.ts'
import { type Measured, measureFile, unpack } from './pack.ts'
import { areSealedKeys } from './sealed-keys.ts'
import { before, type SortedRow } from './sort.ts'

/** An archive as it was found: whole, or everything that is wrong with it in Chinese sentences. */
export type Verified =
  | { readonly whole: true; readonly manifest: Manifest; readonly id: string }
  | { readonly whole: false; readonly problems: readonly string[] }

const enough = 20
const files = [manifestFile, rowsFile, keysFile]

/** Files that are missing, that do not belong there, or that are none (a link could lead anywhere). */
const strangeFiles = (folder: string): readonly string[] => {
  let found: readonly string[]
  try {
    found = readdirSync(folder)
  } catch (error) {
    return [`打不开归档文件夹 ${folder}（${(error as NodeJS.ErrnoException).code}）。`]
  }
  return [
    ...files.filter((name) => !found.includes(name)).map((name) => `缺少文件 ${name}。`),
    ...found
      .filter((name) => !files.includes(name))
      .map((name) => `多出不属于归档的 ${JSON.stringify(name)}。`),
    ...files
      .filter((name) => found.includes(name) && !lstatSync(join(folder, name)).isFile())
      .map((name) => `${name} 不是普通文件（可能是链接），不读取。`),
  ]
}

/** The manifest alone. Throws `Unable` where it is none of ours. */
export const readManifest = (folder: string): Manifest => {
  const problems = strangeFiles(folder)
  if (problems.length > 0) throw new Unable(problems.join('\n'))
  const text = readFileSync(join(folder, manifestFile), 'utf8')
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    throw new Unable(`${manifestFile} 不是完整的 JSON，可能没有写完或被改动。`)
  }
  const read = Manifest.safeParse(json)
  if (!read.success) {
    const where = read.error.issues.slice(0, 3).map(({ path }) => path.join('.') || '整份')
    throw new Unable(`${manifestFile} 不符合归档格式第 1 版（${where.join('、')}）。`)
  }
  if (manifestText(read.data) !== text) throw new Unable(`${manifestFile} 的写法与导出时不同，可能被改动。`)
  return read.data
}

const different = (name: string, found: Measured, said: Measured): readonly string[] => {
  if (found.bytes < said.bytes) return [`${name} 不完整：应有 ${said.bytes} 字节，只有 ${found.bytes} 字节。`]
  if (found.bytes > said.bytes)
    return [`${name} 多出内容：应有 ${said.bytes} 字节，现有 ${found.bytes} 字节。`]
  return found.sha256 === said.sha256 ? [] : [`${name} 有字节被改动（sha256 与清单不符）。`]
}

/** What is wrong with a line, on its own and after the one before it. */
const wrongRow = (city: string, line: string, last: SortedRow | undefined): SortedRow | string => {
  let row: ReturnType<typeof rowOfLine>
  try {
    row = rowOfLine(line)
  } catch {
    return '不是一行完整、规范的数据'
  }
  const [pk, sk, index] = [row['pk']?.S, row['sk']?.S, row['gsi1pk']]
  const own = `T#${city}#`
  if (!pk || !sk) return '没有主键'
  if (!pk.startsWith(own)) return `不是 ${city} 的数据（${JSON.stringify(pk.slice(0, 40))}）`
  if (index && !index.S?.startsWith(own))
    return `索引指向别的城市（${JSON.stringify(index.S?.slice(0, 40))}）`
  if (pk === `${own}KEY`) return '是数据密钥，不应出现在这里'
  const found = { pk, sk, line }
  if (last && before(last, found) >= 0) return '重复或次序不对'
  return found
}

/** The rows of an archive, in order. Throws `Unable` at the end where they are not what the manifest says. */
export async function* archivedRows(folder: string, { contents }: Manifest): AsyncGenerator<SortedRow> {
  let text: Measured | undefined
  const pieces = unpack(join(folder, rowsFile), contents.text.bytes, (found) => {
    text = found
  })
  let last: SortedRow | undefined
  for await (const line of linesIn(pieces)) {
    const row = wrongRow(contents.city, line.text, last)
    if (typeof row === 'string') throw new Unable(`归档有一行${row}，请先用 verify 命令检查。`)
    last = row
    yield row
  }
  if (text?.sha256 !== contents.text.sha256) throw new Unable('归档在读取时发生了变化，请重新检查。')
}

const wrongRows = async (folder: string, { contents }: Manifest): Promise<readonly string[]> => {
  const problems: string[] = []
  const kinds = counter()
  let text: Measured | undefined
  let last: SortedRow | undefined
  let at = 0
  try {
    const pieces = unpack(join(folder, rowsFile), contents.text.bytes, (found) => {
      text = found
    })
    for await (const line of linesIn(pieces)) {
      at += 1
      const row = line.isWhole ? wrongRow(contents.city, line.text, last) : '没有写完'
      if (typeof row === 'string') {
        if (problems.length < enough) problems.push(`${rowsFile} 第 ${at} 行${row}。`)
        continue
      }
      last = row
      kinds.add(kindOf(row.pk.slice(9), row.sk))
    }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    const what = code === 'Z_BUF_ERROR' ? '没有写完就断了' : `读不下去（${code ?? message}）`
    return [...problems, `${rowsFile} 在第 ${at} 行之后${what}。`]
  }
  if (text) problems.push(...different(`${rowsFile} 解开后`, text, contents.text))
  if (at !== contents.rows) problems.push(`应有 ${contents.rows} 行，实有 ${at} 行。`)
  const counts = kinds.counts()
  for (const kind of new Set([...Object.keys(contents.kinds), ...Object.keys(counts)])) {
    const [said, found] = [contents.kinds[kind] ?? 0, counts[kind] ?? 0]
    if (said !== found) problems.push(`${kindName(kind)}应有 ${said} 行，实有 ${found} 行。`)
  }
  return problems
}

/**
 * Recomputes everything that an archive says of itself and opens nothing that is sealed. It finds what broke, and rows
 * that do not belong; only the passphrase proves who wrote it.
 */
export const verifyArchive = async (folder: string): Promise<Verified> => {
  let manifest: Manifest
  try {
    manifest = readManifest(folder)
  } catch (error) {
    if (!(error instanceof Unable)) throw error
    return { whole: false, problems: error.message.split('\n') }
  }
  const [rows, keys] = await Promise.all([rowsFile, keysFile].map((name) => measureFile(join(folder, name))))
  const problems = [
    ...different(rowsFile, rows as Measured, manifest.contents.packed),
    ...different(keysFile, keys as Measured, manifest.keys),
    ...(await wrongRows(folder, manifest)),
    ...(areSealedKeys(readFileSync(join(folder, keysFile), 'utf8')) ? [] : [`${keysFile} 不是封存的密钥。`]),
  ]
  return problems.length > 0
    ? { whole: false, problems: problems.slice(0, enough) }
    : { whole: true, manifest, id: archiveId(manifest) }
}

/** The same, where only a whole one will do. Throws `Unable` with all that is wrong. */
export const wholeArchive = async (
  folder: string,
): Promise<{ readonly manifest: Manifest; readonly id: string }> => {
  const verified = await verifyArchive(folder)
  if (verified.whole) return verified
  throw new Unable(`归档不完整，不能使用：\n${verified.problems.map((one) => `  · ${one}`).join('\n')}`)
}
