import '../entry/catalogue.ts'
import { addCatalogue } from '../../app/i18n.ts'
import { zh } from './zh.ts'

declare module '../../app/i18n.ts' {
  interface Catalogues {
    register: typeof zh
  }
}

addCatalogue('register', zh)
