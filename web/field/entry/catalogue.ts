import { addCatalogue } from '../../app/i18n.ts'
import { zh as form } from '../../form/zh.ts'
import { zh } from './zh.ts'
import '../../form/styles.ts'
import './entry.css'

declare module '../../app/i18n.ts' {
  interface Catalogues {
    entry: typeof zh
  }
}

addCatalogue('entry', zh)
// The summary of what is wrong is the forms' own.
addCatalogue('form', form)
