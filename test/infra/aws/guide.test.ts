import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { cloudFunctions } from '../../../infra/aws/functions.ts'
import { alarmsOfCity, ofIdleStage } from '../../../infra/costs/standing.ts'
import { stages } from '../../../infra/stages.ts'
import { commands } from '../../../infra/tenants/commands.ts'
import { help } from '../../../infra/tenants/help.ts'
import { partsOf, resourcesOf, templateOf } from './synthesised.ts'

const root = new URL('../../../', import.meta.url)
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8')
const readme = read('README.md')
const all = (form: RegExp): readonly string[] => [
  ...new Set([...readme.matchAll(form)].map((match) => match.slice(1).join(' '))),
]
const stageNamed = (name: string) => stages.find((stage) => stage.name === name)

test('every script that README names is there', () => {
  const { scripts } = JSON.parse(read('package.json'))
  const named = all(/npm run (?:-s )?([\w:-]+)/g)
  expect(named.length).toBeGreaterThan(10)
  expect(named.filter((name) => !(name in scripts))).toEqual([])
})

test('every file that README points at is there', () => {
  const paths = [
    ...all(/`((?:test|infra|functions|forms|web)\/[\w./-]+)`/g),
    ...all(/src="([^"]+)"/g),
    ...all(/\]\(([\w./-]+)\)/g),
  ]
  expect(paths.length).toBeGreaterThan(10)
  expect(paths.filter((path) => !existsSync(new URL(path, root)))).toEqual([])
})

test('every command for a tenant, and each of its words, is one that the command knows', () => {
  const lines = all(/npm run -s tenant -- ([^`\n]+)/g).filter((line) => line !== '--help')
  expect(lines.length).toBeGreaterThan(6)
  for (const line of lines) {
    expect(Object.keys(commands), line).toContain(line.split(' ')[0])
    for (const [flag] of line.matchAll(/--[\w-]+/g)) expect(help, line).toContain(flag)
  }
})

test('every stack and output that the guide reads is in the templates', () => {
  const outputs = all(/\['Yihu-(\w+)-(\w+)'\]\.(\w+)/g)
  expect(outputs.length).toBeGreaterThan(1)
  const named = [...outputs, 'cn api ApiHost', 'prod web NetworkHost', 'cn data OperatorRoleArn']
  for (const one of named) {
    const [name = '', part = '', output = ''] = one.split(' ')
    const stage = stageNamed(name)
    expect(stage && Object.keys(templateOf(stage, part).Outputs ?? {}), one).toContain(output)
    expect(readme).toContain(output)
  }
  for (const name of all(/(?:--stage |'Yihu-)(\w+)/g)) expect(stageNamed(name), name).toBeDefined()
})

test('the quota that the guide asks for is enough for the functions of a stage', () => {
  const quota = Number(/Lambda 并发不少于 (\d+)/.exec(readme)?.[1])
  const reserved = Object.values(cloudFunctions).reduce((sum, { atOnce }) => sum + atOnce, 0)
  // The platform keeps a hundred for functions that reserve none.
  expect(quota).toBeGreaterThanOrEqual(reserved + 100)
})

test('what the guide says of keys and backups is so', () => {
  for (const stage of stages) {
    const keys = ['data', 'watch'].flatMap((part) => resourcesOf(stage, part, 'AWS::KMS::Key'))
    expect(keys).toHaveLength(3)
    for (const { Properties } of keys) expect(Properties.EnableKeyRotation).toBe(true)
    const [table] = resourcesOf(stage, 'data', 'AWS::DynamoDB::GlobalTable')
    expect(JSON.stringify(table)).toContain('"RecoveryPeriodInDays":35')
  }
  expect(readme).toMatch(/三个主密钥，自动每年轮换/)
  expect(readme).toMatch(/最近 35 天/)
})

test('a stage stands with as many alarms, keys and boards as are charged for', () => {
  for (const stage of stages) {
    const parts = partsOf(stage)
    const counted = (type: string) => parts.flatMap((part) => resourcesOf(stage, part, type))
    const metrics = counted('AWS::CloudWatch::Alarm').reduce(
      (sum, { Properties }) =>
        sum +
        (Properties.Metrics?.filter(({ MetricStat }: { MetricStat?: unknown }) => MetricStat).length ?? 1),
      0,
    )
    const { alarms = 0, keys, dashboards } = ofIdleStage(stage)
    expect(alarms + stage.cities.length * alarmsOfCity(stage)).toBe(metrics)
    expect(counted('AWS::KMS::Key')).toHaveLength(keys ?? 0)
    expect(counted('AWS::CloudWatch::Dashboard')).toHaveLength(dashboards ?? 0)
  }
})
