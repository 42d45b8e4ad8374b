import { keys, type Row, type TenantStore } from '../store/index.ts'

/** A provider (承接机构) of the city: an organisation, no person. `type` is a key of `providers`, `mode` one of `catalogue`. */
export type ProviderRow = {
  readonly schema: 1
  readonly name: string
  readonly type: string
  readonly mode: string
  /** 统一社会信用代码. */
  readonly creditCode?: string
  /** Divisions that it serves; absent = the whole city. */
  readonly divisions?: readonly string[]
}

/** Puts a provider on file; one that stands already stays as it is. */
export const registerProvider = async (
  store: TenantStore,
  id: string,
  provider: Omit<ProviderRow, 'schema'>,
): Promise<void> => {
  if (await store.get(keys.providerKey(id))) return
  await store.write([{ put: keys.providerKey(id), item: { schema: 1, ...provider }, expect: 'absent' }])
}

export const providerOf = (store: TenantStore, id: string): Promise<Row<ProviderRow> | undefined> =>
  store.get<ProviderRow>(keys.providerKey(id))
