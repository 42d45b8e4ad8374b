import { readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { describe, expect, test } from 'vitest'
import { BadStage, checkStages } from '../../infra/stage-check.ts'
import { lineOf } from '../../infra/stage-lines.ts'
import { stages } from '../../infra/stages.ts'

const source = readFileSync(new URL('../../infra/stages.ts', import.meta.url), 'utf8')

/** What a check says of the file with some of its text changed; undefined where it has nothing to say. */
const saidOf = async (text: string): Promise<string | undefined> => {
  const code = Buffer.from(stripTypeScriptTypes(text)).toString('base64')
  const { stages: changed } = (await import(/* @vite-ignore */ `data:text/javascript;base64,${code}`)) as {
    readonly stages: readonly unknown[]
  }
  try {
    checkStages(changed, text)
    return undefined
  } catch (error) {
    if (error instanceof BadStage) return error.message
    throw error
  }
}
/** The same with the first place changed that is in the stage of that name. */
const changed = (stage: string, from: string | RegExp, to: string): string => {
  const begin = source.indexOf(`name: '${stage}'`)
  const rest = source.slice(begin)
  expect(rest.search(from)).toBeGreaterThanOrEqual(0)
  return source.slice(0, begin) + rest.replace(from, to)
}
/** The line in which a text stands first, in that stage. */
const lineIn = (stage: string, text: string): number => {
  const begin = source.indexOf(`name: '${stage}'`)
  return source.slice(0, source.indexOf(text, begin)).split('\n').length
}

test('the stages as they are can be built', async () => {
  expect(checkStages(stages, source)).toBe(stages)
  expect(await saidOf(source)).toBeUndefined()
})

describe('what is wrong is told with its line', () => {
  test.each<[string, string, string | RegExp, string, string, RegExp]>([
    [
      'a malformed issuer',
      'dev',
      "url: 'https://",
      "url: 'http://",
      'url:',
      /dev 的 issuer\.url 应为登录服务的 https 地址/,
    ],
    ['a domain with a path', 'cn', ".cn',", ".cn/',", 'domain:', /cn 的 domain 应为系统的域名/],
    [
      'an address that is none',
      'prod',
      /keys: '[^']+'/,
      "keys: 'login/jwks'",
      'keys:',
      /prod 的 issuer\.keys 应为登录服务公钥的 https 地址/,
    ],
    ['a name with capitals', 'cn', "name: 'cn'", "name: 'CN'", "name: 'cn'", /CN 的 name 应为小写字母开头/],
    [
      'a certificate that is an ARN',
      'dev',
      "certificate: '",
      "certificate: 'arn:x/",
      'certificate:',
      /certificate 应为域名证书的编号/,
    ],
    ['a domain with its scheme', 'dev', "domain: '", "domain: 'https://", 'domain:', /不带 https/],
    ['an ICP number that is none', 'cn', '京ICP备', 'ICP', 'icp:', /cn 的 icp 应为 ICP 备案号/],
    [
      'a name twice',
      'prod',
      "name: 'prod'",
      "name: 'cn'",
      "name: 'prod'",
      /cn 的 name 与前面的环境重复（cn）/,
    ],
    [
      'a domain twice',
      'prod',
      "domain: 'yihu.example.org'",
      "domain: 'yihu.example.cn'",
      'domain:',
      /prod 的 domain 与前面的环境重复/,
    ],
    [
      'days that no log is kept',
      'prod',
      'logs: 180',
      'logs: 181',
      'logs:',
      /retention\.logs 应为日志服务支持的天数/,
    ],
    ['logs that China’s law wants longer', 'cn', 'logs: 180', 'logs: 30', 'logs:', /网络安全法/],
    ['nobody to operate', 'dev', "['YihuOperator']", '[]', 'operators:', /至少列出一个/],
    ['a city that is none', 'cn', "'210381'", "'2103'", "'210381'", /cn 的 cities\.1 应为六位城市代码/],
    ['a city twice', 'cn', "'210381'", "'341700'", 'cities:', /cn 的 cities 有重复的城市/],
    ['an operator twice', 'cn', "'YihuOperator'", "'Yihu', 'Yihu'", 'operators:', /cn 的 operators 有重复/],
    ['nobody to close', 'cn', "['YihuArchivist']", '[]', 'archivists:', /至少列出一个归档人员/],
    ['one who opens and closes', 'cn', "'YihuArchivist'", "'YihuOperator'", 'archivists:', /应当分开/],
    ['a region that China does not have', 'cn', 'cn-north-1', 'cn-east-1', 'region:', /cn-northwest-1/],
    ['a throttle of nothing', 'dev', 'rate: 100', 'rate: 0', 'rate:', /throttle\.rate 应为每秒请求数/],
    ['a word that is misspelt', 'dev', 'domain:', 'domian:', 'domain:', /dev 的 domian 不认识/],
  ])('%s', async (_, stage, from, to, at, says) => {
    const said = await saidOf(changed(stage, from, to))
    expect(said).toMatch(says)
    expect(said).toMatch(new RegExp(`^infra/stages\\.ts 第 ${lineIn(stage, at)} 行：[^\\n]+。$`))
  })

  test.each([
    ['name', /name: 'dev',\n/, 'dev'],
    ['certificate', /^ +certificate: .*\n/m, 'dev'],
    ['domain', /^ +domain: .*\n/m, 'dev'],
    ['region', /^ +region: .*\n/m, 'dev'],
    ['operators', /^ +operators: .*\n/m, 'dev'],
    ['throttle', /^ +throttle: .*\n/m, 'dev'],
  ] as const)('a stage without its %s is told by the line where it begins', async (key, line, stage) => {
    const said = await saidOf(changed(stage, line, ''))
    const begin = lineIn(stage, "name: 'dev'") - 1
    expect(said).toMatch(new RegExp(`^infra/stages\\.ts 第 ${begin} 行：.*的 ${key} 没有写`))
  })

  test('a key address that is missing is told by the line of the issuer', async () => {
    const said = await saidOf(changed('prod', /^ +keys: .*\n/m, ''))
    expect(said).toBe(
      `infra/stages.ts 第 ${lineIn('prod', 'issuer: {')} 行：prod 的 issuer.keys 没有写，应为登录服务公钥的 https 地址。`,
    )
  })

  test('a whole issuer that is missing is told too', async () => {
    const said = await saidOf(changed('cn', /^ +issuer: \{[\s\S]*?\n {4}\},\n/m, ''))
    expect(said).toBe(
      `infra/stages.ts 第 ${lineIn('cn', "name: 'cn'") - 1} 行：cn 的 issuer 没有写，应写明 url、audience、keys。`,
    )
  })

  test('China without its ICP number, and another place with one', async () => {
    expect(await saidOf(changed('cn', /^ +icp: .*\n/m, ''))).toMatch(
      /cn 的 icp 没有写：在中国的区域必须写明 ICP 备案号。$/,
    )
    const said = await saidOf(changed('prod', 'issuer: {', "icp: '京ICP备00000000号-1',\n    issuer: {"))
    expect(said).toMatch(new RegExp(`第 ${lineIn('prod', 'issuer: {')} 行：prod 的 icp 多写了`))
  })

  test('no stage at all', async () => {
    const empty = source.replace(/(?<=stages: readonly Stage\[\] = \[)[\s\S]*(?=\n\])/, '')
    expect(await saidOf(empty)).toMatch(/^infra\/stages\.ts 第 \d+ 行：还没有部署环境/)
  })

  test('of many mistakes the first in the file is told, in one sentence', async () => {
    const two = changed('cn', "name: 'cn'", "name: ''").replace("domain: 'dev.", "domain: '-dev.")
    const said = await saidOf(two)
    expect(said).toMatch(/dev 的 domain/)
    expect(said?.match(/。/g)).toHaveLength(1)
  })
})

describe('the finder of lines', () => {
  const text = [
    "const a = ['not here']",
    '// const stages = [',
    'export const stages: readonly X[] = [',
    '  { name: "a", /* { */ deep: { "two words": [1,',
    '    2], last: true } },',
    '  // {',
    '  { name: `b}`,',
    "    note: 'it says [ and \\' too', call: of({ x: 1 }, [2]),",
    '    after: 1 },',
    '  ...more,',
    ']',
  ].join('\n')

  test.each<[readonly (string | number)[], number]>([
    [[], 3],
    [[0], 4],
    [[0, 'name'], 4],
    [[0, 'deep', 'two words'], 4],
    [[0, 'deep', 'two words', 1], 5],
    [[0, 'deep', 'last'], 5],
    [[1], 7],
    [[1, 'note'], 8],
    [[1, 'after'], 9],
    [[1, 'missing', 'below'], 7],
    [[9, 'name'], 3],
  ])('%j stands in line %i', (path, line) => {
    expect(lineOf(text, 'stages', path)).toBe(line)
  })

  test('a source that says nothing of it', () => expect(lineOf('', 'stages', [0])).toBe(1))
})
