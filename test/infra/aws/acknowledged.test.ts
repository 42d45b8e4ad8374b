import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { acknowledgedOf } from '../../../infra/aws/acknowledged.ts'
import { stackName } from '../../../infra/aws/names.ts'
import { stages } from '../../../infra/stages.ts'

const { stdout, stderr } = spawnSync(process.execPath, [fileURLToPath(new URL('find.ts', import.meta.url))], {
  encoding: 'utf8',
})
if (stdout === '') throw new Error(stderr)
const whole = (path: string) => path.replace(/\/Resource(?= |$)/, '')
const found = (JSON.parse(stdout) as readonly string[]).map(whole)

describe.each(stages)('$name', (stage) => {
  const begin = stackName(stage, '')
  const listed = acknowledgedOf(stage)

  test('what is acknowledged is what the rules find: no less, and nothing that is no longer there', () => {
    const here = found.filter((each) => each.startsWith(begin))
    expect(here.length).toBeGreaterThan(5)
    expect(here.sort()).toEqual(listed.map(({ at, id }) => whole(`${begin}${at} ${id}`)).sort())
  })

  test('each has its full id and a reason that says something', () => {
    for (const { id, reason } of listed) {
      expect(id).toMatch(/^AwsSolutions-[A-Z]+\d+(\[.+\])?$/)
      if (id.startsWith('AwsSolutions-IAM5')) expect(id).toMatch(/\[Resource::.+\/\*\]$/)
      expect(reason.length, id).toBeGreaterThan(60)
    }
  })
})
