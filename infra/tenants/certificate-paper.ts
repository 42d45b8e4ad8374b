import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { provinceName } from '#forms/standards'
import type { Certificate, Issued } from './certificate.ts'
import { makeFolder } from './folder.ts'
import { kindName } from './kinds.ts'

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`)

const shown = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'long',
  timeStyle: 'medium',
})
const moment = (instant: string): string => `${shown.format(new Date(instant))}（北京时间）`

type Line = readonly [what: string, how: string]

const abandoned = ({ begun, at, by, archive }: NonNullable<Certificate['abandoned']>): string =>
  `${moment(begun)}开始，${moment(at)}由 ${by} 放弃，当时没有删除数据（归档编号 ${archive}）`

const facts = ({ certificate: of, sha256, signature }: Issued): readonly Line[] => [
  ['城市', `${of.name}（${of.city}），${provinceName(of.province)}`],
  ['所在系统', `${of.place}，数据表 ${of.table}`],
  ['开始关闭', moment(of.begun)],
  ['确认已无数据', moment(of.finished)],
  ['经办', of.by],
  ...(of.abandoned ? [['此前放弃过的关闭', abandoned(of.abandoned)] as const] : []),
  ['归档编号（清单的 sha256）', of.archive],
  ['归档数据的 sha256', of.rowsSha256],
  ['数据密钥', '已在删除数据之前销毁'],
  ['向省级披露的内容', '已全部删除'],
  [
    '成员本人的城市列表',
    of.ownLists === 0
      ? '已清除'
      : `复查时还有 ${of.ownLists} 条，由汇总任务随后清除；这些条目只有城市名称和岗位，不能打开任何数据`,
  ],
  ['本证明的 sha256', sha256],
  ...(signature ? [['签名（Ed25519）', signature.value] as const] : []),
]

const remaining = ({ certificate: { backups } }: Issued): readonly string[] => [
  backups.table === undefined
    ? '数据表没有开启时间点恢复，没有可以回退的副本。'
    : `数据表的时间点恢复最迟到 ${moment(backups.table)}还能取回关闭前的数据，此后自动消失。`,
  backups.exports === undefined
    ? '没有整表的每月导出。'
    : `整表的每月导出按保存期最迟到 ${moment(backups.exports)}自动删除。`,
  ...(backups.table === undefined && backups.exports === undefined
    ? []
    : [
        '上述副本里的个人信息是加密的，密钥的副本在同一处，只有持有主密钥和该市会话的人能打开；副本到期后即无法再打开。',
      ]),
  '关闭前导出的归档由经办单位保管。归档里的密钥另以口令封存，口令与归档应分开存放。',
]

/** A page that can be printed and signed. */
const page = (issued: Issued): string => {
  const { certificate: of } = issued
  const rows = (lines: readonly Line[]) =>
    lines.map(([what, how]) => `<tr><th>${escaped(what)}</th><td>${escaped(how)}</td></tr>`).join('\n')
  const counts = Object.entries(of.kinds).map(([kind, n]): Line => [kindName(kind), `${n} 行`])
  return `<!doctype html>
<html lang="zh-CN"><meta charset="utf-8"><title>${escaped(of.name)}数据删除证明</title>
<style>
body { font: 12pt/1.6 serif; max-width: 44em; margin: 2em auto; padding: 0 1em }
tr { break-inside: avoid } h2 { break-after: avoid }
h1 { text-align: center; font-size: 18pt } h2 { font-size: 13pt; margin-top: 1.5em }
table { border-collapse: collapse; width: 100% }
th, td { border: 1px solid #555; padding: .3em .6em; text-align: left; vertical-align: top; overflow-wrap: anywhere }
th { width: 14em; font-weight: normal; background: #f4f4f4 }
@page { size: A4; margin: 20mm }
</style>
<h1>${escaped(of.name)}数据删除证明</h1>
<p>下列数据已从系统中删除，并在删除后逐行复查，确认没有剩余。</p>
<table>
${rows(facts(issued))}
</table>
<h2>删除的内容（共 ${of.rows} 行）</h2>
<table>
${rows(counts)}
</table>
<h2>还留在备份里的</h2>
<ul>
${remaining(issued)
  .map((one) => `<li>${escaped(one)}</li>`)
  .join('\n')}
</ul>
<p>经办人签字：＿＿＿＿＿＿＿＿　　单位盖章：　　　　　　　　日期：＿＿＿＿＿＿＿＿</p>
</html>
`
}

const text = (issued: Issued): string => {
  const { certificate: of } = issued
  return [
    `${of.name}数据删除证明`,
    '',
    ...facts(issued).map(([what, how]) => `${what}：${how}`),
    '',
    `删除的内容（共 ${of.rows} 行）：`,
    ...Object.entries(of.kinds).map(([kind, n]) => `  ${kindName(kind)}　${n} 行`),
    '',
    '还留在备份里的：',
    ...remaining(issued).map((one) => `  ${one}`),
    '',
  ].join('\n')
}

/** Writes a certificate for machines, for printing and for reading; answers the files. */
export const writeCertificate = (folder: string, issued: Issued): readonly string[] => {
  makeFolder(folder)
  const name = `certificate-${issued.certificate.city}`
  const parts: readonly (readonly [string, string])[] = [
    [`${name}.json`, `${JSON.stringify(issued, null, 2)}\n`],
    [`${name}.html`, page(issued)],
    [`${name}.txt`, text(issued)],
  ]
  return parts.map(([file, content]) => {
    const path = join(folder, file)
    writeFileSync(path, content)
    return path
  })
}
