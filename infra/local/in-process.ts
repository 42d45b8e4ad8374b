import { join } from 'node:path'
import { getRequestListener } from '@hono/node-server'
import { createApi } from '../../functions/api/app.ts'
import { carryEverything } from '../../functions/server/jobs.ts'
import { fileRing, freshFileKeys } from '../../functions/server/key-files.ts'
import type { Backend, Foundation } from './backend.ts'
import { publicKeys } from './keys.ts'
import { audience } from './settings.ts'

/** The whole API and the jobs in this process, with keys in files: the quickest to start and to change. */
export const inProcess = ({ root, data, link, keys }: Foundation): Backend => {
  const ring = fileRing(join(data, 'keys'), freshFileKeys)
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
  return {
    ring,
    api: getRequestListener(api.fetch, { overrideGlobalObjects: false }),
    carry: carryEverything({ rollup: { link, failed }, courier: { link, failed } }),
    stop: async () => {},
  }
}
