import type * as z from 'zod'
import { fees } from '../fees/schema.ts'
import { indicators } from '../indicators/schema.ts'
import { catalogue } from './catalogue.ts'
import { disclosure } from './disclosure.ts'
import { funds } from './funds.ts'
import { notice } from './notice.ts'
import { objects } from './objects.ts'
import { profile } from './profile.ts'
import { programmes } from './programmes.ts'
import { providers } from './providers.ts'

/** Document key → schema and Chinese title, in the order a person reads a configuration. Forms are not here. */
export const documentSchemas = {
  profile: { schema: profile, title: '城市概况' },
  objects: { schema: objects, title: '服务对象' },
  programmes: { schema: programmes, title: '救助项目' },
  catalogue: { schema: catalogue, title: '服务事项清单' },
  fees: { schema: fees, title: '收费标准' },
  funds: { schema: funds, title: '资金来源' },
  providers: { schema: providers, title: '承接机构' },
  indicators: { schema: indicators, title: '考核指标' },
  notice: { schema: notice, title: '公示规则' },
  disclosure: { schema: disclosure, title: '向省公开范围' },
} as const satisfies Record<string, { schema: z.ZodType; title: string }>

export type DocumentName = keyof typeof documentSchemas
/** The parsed documents of a configuration; any may be missing while a draft is being written. */
export type Documents = { readonly [K in DocumentName]?: z.infer<(typeof documentSchemas)[K]['schema']> }
