import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { answerOf } from './server/answer.ts'
import { groundOf, streamCalls } from './server/ground.ts'
import { drain, httpServer } from './server/http.ts'
import { carryEverything, closeDaily } from './server/jobs.ts'
import { BadSetting, readSettings, type Settings } from './server/settings.ts'
import { runStream } from './server/stream.ts'

/**
 * `npm run server`: API, web client and jobs in one process, for places without functions. It speaks HTTP behind
 * whatever ends TLS there. Everything it needs to know is in the environment (`server/settings.ts`).
 */

/** Milliseconds that requests and jobs get to come to their end; container platforms kill after thirty seconds. */
const grace = 25_000

const start = async (set: Settings): Promise<() => Promise<void>> => {
  const ground = groundOf(set, process.env)
  const server = httpServer(answerOf(set, ground))
  server.listen(set.YIHU_PORT, set.YIHU_HOST)
  await once(server, 'listening')
  const jobs =
    set.YIHU_JOBS === 'on' && ground.jobs
      ? [
          runStream(streamCalls(set, process.env), set.YIHU_TABLE, carryEverything(ground.jobs)),
          closeDaily(ground.jobs.rollup),
        ]
      : []
  const { address, port } = server.address() as AddressInfo
  console.log(
    `✓ 一户已就绪：http://${address}:${port}/（${jobs.length > 0 ? '含后台任务' : '不含后台任务'}）`,
  )
  return async () => {
    await Promise.all([drain(server), ...jobs.map((job) => job.stop())])
  }
}

const asked = Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')])
try {
  const stop = await start(readSettings(process.env))
  await asked
  console.log('… 收到停止请求，不再接收新的请求，正在完成已收到的请求')
  const ended = await Promise.race([stop().then(() => true), wait(grace, false, { ref: false })])
  console.log(ended ? '✓ 已停止' : '✗ 有的请求没能及时完成，已放弃')
  process.exit(ended ? 0 : 1)
} catch (error) {
  if (error instanceof BadSetting) console.error(error.message)
  else {
    const { code, name } = error as NodeJS.ErrnoException
    console.error(
      code === 'EADDRINUSE' || code === 'EACCES' || code === 'EADDRNOTAVAIL'
        ? `无法在 YIHU_HOST 和 YIHU_PORT 写明的地址上接收请求（${code}），请换一个地址或端口。`
        : `没有启动：${name}`,
    )
  }
  process.exit(1)
}
