import { addCatalogue } from '../app/i18n.ts'
import { zh } from './zh.ts'

declare module '../app/i18n.ts' {
  interface Catalogues {
    field: typeof zh
  }
}

addCatalogue('field', zh)
