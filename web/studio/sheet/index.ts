import { addCatalogue } from '../../app/i18n.ts'
import { zh } from './zh.ts'

declare module '../../app/i18n.ts' {
  interface Catalogues {
    sheet: typeof zh
  }
}
addCatalogue('sheet', zh)

export { type SheetJob, SheetMenu } from './menu.tsx'
