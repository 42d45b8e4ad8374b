import { join } from 'node:path'
import { getRequestListener } from '@hono/node-server'
import { createApi } from '../../functions/api/app.ts'
import { carryChanges, carryLetters } from '../../functions/jobs/index.ts'
import type { Backend, Foundation } from './backend.ts'
import { publicKeys } from './keys.ts'
import { fileRing } from './ring.ts'
import { audience } from './settings.ts'

/** The whole API and the jobs in this process, with keys in files: the quickest to start and to change. */
export const inProcess = ({ root, data, link, keys }: Foundation): Backend => {
  const ring = fileRing(data)
  const api = createApi({
    issuer: keys.realm,
    audience,
    keys: publicKeys(keys),
    link,
    ring,
    packs: join(root, 'forms/packs'),
    log: (line) => {
      if (Number(line['status']) >= 500) console.error('✗ 接口出错：', JSON.stringify(line))
    },
  })
  const failed = (job: string, change: unknown, error: unknown) =>
    console.error('! 后台任务未完成：', job, change, error)
  const jobs = [carryChanges({ link, failed }), carryLetters({ link, failed })]
  return {
    ring,
    api: getRequestListener(api.fetch, { overrideGlobalObjects: false }),
    carry: async (event) => {
      const all = await Promise.all(jobs.map((job) => job(event)))
      return { batchItemFailures: all.flatMap(({ batchItemFailures }) => batchItemFailures) }
    },
    stop: async () => {},
  }
}
