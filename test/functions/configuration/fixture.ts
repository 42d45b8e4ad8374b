import { readdirSync, readFileSync } from 'node:fs'
import { documentKey } from '#forms/packs'
import { serviceTenant } from '../../../functions/identity/service.ts'
import {
  connect,
  type KeyRing,
  type Link,
  memoryRing,
  openStore,
  type TenantStore,
} from '../../../functions/store/index.ts'
import { startTable } from '../../../infra/local/table/index.ts'
import { createTable } from '../../../infra/table.ts'

/** Chizhou's documents without its forms, as they lie in the pack; forms of the same keys, our own and small. */
export const configuration = (): Record<string, unknown> => {
  const folder = new URL('../../../forms/packs/341700-care/', import.meta.url)
  const files = readdirSync(folder).filter((file) => file !== 'pack.json')
  return Object.fromEntries(
    files.map((file) => {
      const key = documentKey(file)
      const document: unknown = key.startsWith('form:')
        ? form(key.slice(5))
        : JSON.parse(readFileSync(new URL(file, folder), 'utf8'))
      return [key, document] as const
    }),
  )
}

type Field = Readonly<Record<string, unknown>>

export const field = (key: string, label: string, more: object = {}): Field => ({
  type: 'textfield',
  key,
  label,
  input: true,
  ...more,
})

export const form = (key: string, fields: readonly Field[] = [field('name', '姓名')], more: object = {}) => ({
  schema: 1,
  key,
  title: `表 ${key}`,
  subject: key === 'self-care' ? 'person' : 'household',
  definition: { display: 'form', components: fields },
  ...more,
})

/** A form of about 20 KB of canonical JSON, as varied as a real one, so that it packs no better than one. */
export const bigForm = (key: string) => {
  const letters =
    '家庭成员照料护理清洁能力评估需求服务老年残疾儿童疾病收入住房教育就业心理支持社区邻里慈善代办送餐助浴'
  let seed = 7
  const pick = () => {
    seed = (seed * 48_271) % 2_147_483_647
    return [...letters][seed % letters.length] ?? '家'
  }
  const label = (length: number) => Array.from({ length }, pick).join('')
  const fields = Array.from({ length: 92 }, (_, i) =>
    field(`q${i}x${seed % 997}`, label(8), {
      description: label(16),
      ...(i % 3 === 0 && {
        type: 'radio',
        values: [0, 1, 2].map((v) => ({ value: `v${v}`, label: label(5) })),
      }),
      validate: { required: i % 2 === 0 },
    }),
  )
  return form(key, fields)
}

/** Two cities over one table in memory, opened as their administrators, at a time that tests set. */
export const startCities = async (at = '2026-11-23T01:00:00Z') => {
  const table = await startTable()
  await createTable(table.endpoint)
  let now = new Date(at)
  const clock = () => new Date(now)
  const link: Link = connect({ table: 'yihu', endpoint: table.endpoint, clock })
  const ring: KeyRing = memoryRing()
  let ids = 0
  return {
    clock,
    link,
    means: { clock, ids: () => `ID${String(++ids).padStart(24, '0')}` },
    /** A fresh store, whose cost begins at nothing, as each request has. */
    store: (city = '341700'): Promise<TenantStore> => openStore(serviceTenant(city, 'test'), link, ring),
    /** The same over a link of its own: another process, whose memory is empty. */
    coldStore: async (city = '341700') => {
      const cold = connect({ table: 'yihu', endpoint: table.endpoint, clock })
      return openStore(serviceTenant(city, 'test'), cold, ring)
    },
    travel: (to: string) => {
      now = new Date(to)
    },
    stop: async () => {
      link.close()
      await table.stop()
    },
  }
}
export type Cities = Awaited<ReturnType<typeof startCities>>
