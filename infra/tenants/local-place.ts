import { userInfo } from 'node:os'
import { join } from 'node:path'
import { connect } from '../../functions/store/index.ts'
import { OperatorStore } from '../../functions/store/operator-store.ts'
import { startCloud } from '../local/cloud/index.ts'
import { ground, roleArn } from '../local/cloud/place.ts'
import { cloudAt } from '../local/cloud/ring.ts'
import { issuerKeys } from '../local/keys.ts'
import { liveRun } from '../local/run.ts'
import { originOf, readSettings, tableName } from '../local/settings.ts'
import { cloudPlace, packs } from './cloud-place.ts'
import { type Ground, type Place, Unable } from './ground.ts'
import { fileVault } from './vault.ts'

export type Reached = Place & { close(): void }

/**
 * The system that runs on this machine: `npm start`, whose keys lie in files, or `npm run lambda`, whose keys are in
 * envelopes, and which is asked through a cloud of this machine's own under the operator's rights.
 */
export const localPlace = async (
  environment: Readonly<Record<string, string | undefined>>,
  isLambda: boolean,
  say: (words: string) => void,
): Promise<Reached> => {
  const { data } = readSettings(environment, isLambda ? ['--lambda'] : [])
  const run = liveRun(data)
  if (!run)
    throw new Unable(
      `本机系统没有运行（${data}）。请先在另一个窗口 ${isLambda ? 'npm run lambda' : 'npm start'}；要操作云上的系统，请写明 --stage。`,
    )
  const { realm } = await issuerKeys(data, run.issuer)
  const words = {
    place: isLambda ? '本机系统（按云上的方式运行）' : '本机系统',
    issuer: realm,
    origin: originOf(run.port),
    by: `${userInfo().username}（本机）`,
    say,
  }
  if (isLambda) {
    const cloud = await startCloud({ engine: run.table, data })
    const operator = cloud.operator()
    const place = cloudPlace({
      ...words,
      cloud: cloudAt(cloud.endpoint, () => operator),
      table: tableName,
      roles: { operator: roleArn('operator'), archivist: roleArn('archivist') },
      masterKey: ground.masterKey,
      backups: async () => ({}),
    })
    return { ...place, close: () => cloud.stop() }
  }
  const link = connect({ table: tableName, endpoint: run.table })
  return {
    async at(city, province): Promise<Ground> {
      const store = new OperatorStore(link, { city, province })
      const vault = fileVault(join(data, 'keys'))
      return { ...words, table: tableName, store, link, vault, packs, backups: async () => ({}) }
    },
    close: () => link.close(),
  }
}
