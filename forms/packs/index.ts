export { documentFile, documentKey, type Pack, packCard, readPack } from './pack.ts'

/** The built-in packs: `folder` below `forms/packs/`. */
export const packs: readonly { readonly key: string; readonly city: string; readonly folder: string }[] = [
  { key: '341700-care', city: '341700', folder: '341700-care' },
]

/** Documents of the demo city that replace those of its pack, all marked 演示数据: file below `forms/packs/`. */
export const demoDocuments: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '341700-care': { catalogue: 'demo/341700-catalogue.json', fees: 'demo/341700-fees.json' },
}
