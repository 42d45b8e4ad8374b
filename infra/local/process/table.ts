import type { ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { BadSetting, type Settings } from '../settings.ts'
import { ended, spawnChild, stopChild } from './child.ts'

export type Table = { readonly endpoint: string; stop(): Promise<void> }

const launch = async (
  root: string,
  data: string,
  port: number,
): Promise<{ child: ChildProcess; endpoint: string }> => {
  const child = spawnChild(join(root, 'infra/local/table/serve.ts'), {
    output: 'pipe',
    environment: { YIHU_DATA: data, YIHU_TABLE_PORT: String(port) },
  })
  let said = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    said += String(chunk)
    process.stderr.write(chunk)
  })
  const endpoint = await new Promise<string>((resolve, reject) => {
    if (child.stdout)
      createInterface({ input: child.stdout }).on('line', (line) => {
        const found = /^table (http:\/\/\S+)/.exec(line)
        if (found) resolve(found[1] as string)
        else console.log(line)
      })
    void ended(child).then((code) => reject(new BadSetting(reasonOf(said, data, port, code))))
  })
  return { child, endpoint }
}

/** Why the engine did not start, in words that say what to do. */
const reasonOf = (said: string, data: string, port: number, code: number | string): string => {
  if (said.includes('another table engine'))
    return `另一个一户正在使用 ${data}。请先停止它，或用 YIHU_DATA 指定另一个文件夹。`
  if (said.includes('is taken'))
    return `数据库端口 ${port} 已被占用。请用 YIHU_TABLE_PORT 指定另一个端口，或去掉这个设置。`
  return `数据库没有启动（${code}），原因见上。`
}

/**
 * Runs the table engine as a child and starts it again, at the same address, when it dies. Gives up after five
 * deaths within a minute: something is wrong that a restart does not cure.
 */
export const superviseTable = async (root: string, settings: Settings): Promise<Table> => {
  let { child, endpoint } = await launch(root, settings.data, settings.tablePort)
  const port = Number(new URL(endpoint).port)
  let stopping = false
  const deaths: number[] = []

  const guard = async (): Promise<void> => {
    for (;;) {
      const how = await ended(child)
      if (stopping) return
      deaths.push(Date.now())
      if (deaths.filter((at) => at > Date.now() - 60_000).length > 5) {
        console.error('✗ 数据库一分钟内停止了五次以上，不再重启。请按 Ctrl-C 停止后查看上面的说明。')
        return
      }
      console.error(`! 数据库意外停止（${how}），正在重启`)
      try {
        child = (await launch(root, settings.data, port)).child
        console.log('✓ 数据库已恢复，已确认的数据都在')
      } catch (error) {
        console.error(error instanceof Error ? error.message : error)
        await wait(500)
      }
    }
  }
  const guarding = guard()

  return {
    endpoint,
    async stop() {
      stopping = true
      await stopChild(child)
      await guarding
    },
  }
}
