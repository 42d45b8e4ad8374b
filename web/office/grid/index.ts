import { addCatalogue } from '../../app/i18n.ts'
import { zh } from './zh.ts'

declare module '../../app/i18n.ts' {
  interface Catalogues {
    grid: typeof zh
  }
}
addCatalogue('grid', zh)

export type { GridColumn, GridProps, Mark } from './column.ts'
export { Grid } from './grid.tsx'
