export { nationalForms } from '../national/index.ts'
export { documentFile, documentKey, type Pack, packCard, readPack } from './pack.ts'

/** The built-in packs: `folder` below `forms/packs/`. */
export const packs: readonly { readonly key: string; readonly city: string; readonly folder: string }[] = [
  { key: '310000-bridge', city: '310000', folder: '310000-bridge' },
  { key: '310118-advisor', city: '310118', folder: '310118-advisor' },
  { key: '341700-care', city: '341700', folder: '341700-care' },
  { key: '210381-station', city: '210381', folder: '210381-station' },
  { key: '110000-precise', city: '110000', folder: '110000-precise' },
  { key: '349901-demo', city: '349901', folder: 'demo/349901' },
  { key: '349902-demo', city: '349902', folder: 'demo/349902' },
  { key: '349903-demo', city: '349903', folder: 'demo/349903' },
  { key: '349904-demo', city: '349904', folder: 'demo/349904' },
]

/** Documents of the demo city that replace those of its pack, all marked 演示数据: file below `forms/packs/`. */
export const demoDocuments: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '341700-care': {
    profile: 'demo/341700-profile.json',
    catalogue: 'demo/341700-catalogue.json',
    fees: 'demo/341700-fees.json',
  },
}
