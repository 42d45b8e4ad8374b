import { addCatalogue } from '../../app/i18n.ts'
import { compared } from '../compare/zh.ts'
import { imports } from '../import/zh.ts'
import { outcomes } from '../outcomes/zh.ts'
import { conditions } from './conditions/zh.ts'
import { faces, subject } from './faces-zh.ts'

/** Texts of what stands beside the drawing of a form; they come with the form editor, not with the studio. */
const zh = { compared, conditions, faces, imports, outcomes, subject } as const

declare module '../../app/i18n.ts' {
  interface Catalogues {
    workshop: typeof zh
  }
}
addCatalogue('workshop', zh)
