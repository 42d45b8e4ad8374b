import {
  type Catalogue,
  catalogue as catalogueSchema,
  divisionPaths,
  type Funds,
  funds as fundsSchema,
  type Profile,
} from '#forms/catalogue'
import { differingDays, type Fees, fees as feesSchema, type Priced, whatIf } from '#forms/fees'
import { localDate } from '#forms/standards'
import type { FieldError, Manifest, WhatIf, WhatIfRequest } from '../api/contract/index.ts'
import { Refused } from '../problem.ts'
import type { TenantStore } from '../store/index.ts'
import { documentOf, documentsOf } from './documents.ts'
import type { DraftReach } from './reach.ts'
import { releaseOn } from './releases.ts'
import { mostRecords, quotedIn } from './what-if-records.ts'
import { draftManifest, workbench } from './work.ts'

const pricing = new Set(['fees', 'catalogue', 'funds'])

/** What was published passed every check, so it is taken as it is. */
const published = async (store: TenantStore, documents: Manifest, n: number): Promise<Priced> => {
  const { fees, catalogue, funds } = (await documentsOf(store, documents, pricing)) as {
    readonly fees?: Fees
    readonly catalogue?: Catalogue
    readonly funds?: Funds
  }
  if (fees && catalogue) return { fees, catalogue, funds }
  throw new Refused('not-found', `第 ${n} 版配置没有服务事项清单或收费标准，无法比较。`)
}

/** A draft may be anything; one that cannot be read cannot be priced by. */
const drafted = async (store: TenantStore, documents: Manifest): Promise<Priced> => {
  const { fees, catalogue, funds } = await documentsOf(store, documents, pricing)
  const read = {
    fees: feesSchema.safeParse(fees),
    catalogue: catalogueSchema.safeParse(catalogue),
    funds: fundsSchema.optional().safeParse(funds),
  }
  if (read.fees.success && read.catalogue.success && read.funds.success)
    return { fees: read.fees.data, catalogue: read.catalogue.data, funds: read.funds.data }
  const titles = { fees: '收费标准', catalogue: '服务事项清单', funds: '资金来源' }
  const errors = Object.entries(read).flatMap(([path, { success }]): FieldError[] => {
    const message = `草稿的${titles[path as keyof typeof titles]}有内容没有填对，请先按检查结果更正。`
    return success ? [] : [{ path, code: 'shape', message }]
  })
  throw new Refused('invalid', '草稿还有内容没有填对，请先检查并更正，再试算。', { errors })
}

const townshipsIn = ({ divisions }: Profile, reach: DraftReach): readonly string[] => {
  const all = divisions.filter(({ kind }) => kind === 'township').map(({ code }) => code)
  if (reach.kind === 'city') return all
  const pathOf = divisionPaths(divisions)
  return all.filter((code) => pathOf(code).some((one) => reach.divisions.includes(one)))
}

/**
 * Prices a month's advised services again, by what is used on a day and by the draft (S2-13). A county's administrator
 * sees the own divisions alone. Refuses `not-found` where nothing is published, `invalid` for a draft that cannot be
 * read, a month to come and amounts past twelve digits. Reads at most `mostRecords` assessments and writes nothing.
 */
export const whatIfDraft = async (
  store: TenantStore,
  { month, on }: WhatIfRequest,
  { reach, clock }: { readonly reach: DraftReach; readonly clock: () => Date },
): Promise<WhatIf> => {
  const today = localDate(clock())
  if (month > today.slice(0, 7)) throw invalid('month', '这个月还没有到，请选择本月或以前的月份。')
  const bench = await workbench(store)
  const draft = await drafted(store, draftManifest(bench))
  const { base } = bench
  const days = base ? differingDays(await published(store, base.documents, base.n), draft, today) : []
  const day = on ?? days[0] ?? today
  const release = await releaseOn(store, day, today)
  const inUse = await published(store, release.documents, release.n)
  const profile = await documentOf<Profile>(store, release, 'profile')
  if (!profile) throw new Refused('not-found', `第 ${release.n} 版配置没有城市概况，无法比较。`)
  const townships = townshipsIn(profile, reach)
  const { cases, unreadable, truncated } = await quotedIn(store, month, townships, profile, [inUse, draft])
  const names = new Map(profile.divisions.map(({ code, name }) => [code, name]))
  try {
    const found = whatIf(inUse, draft, cases, { on: day, divisionName: (code) => names.get(code) ?? '其他' })
    const about = {
      month,
      days,
      release: release.n,
      rev: bench.rev,
      records: cases.length,
      unreadable,
      truncated,
    }
    return { ...found, ...about, words: [...sourceWords(about), ...found.words] }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw invalid('on', `金额无法计算：${error.message}。请检查草稿中的价格。`)
  }
}

const invalid = (path: string, message: string): Refused =>
  new Refused('invalid', message, { errors: [{ path, code: 'what-if', message }] })

const sourceWords = ({
  month,
  records,
  unreadable,
  truncated,
}: Pick<WhatIf, 'month' | 'records' | 'unreadable' | 'truncated'>): readonly string[] => [
  `依据 ${month.slice(0, 4)} 年 ${Number(month.slice(5))} 月已完成的 ${records} 份有服务建议的评估；服务记录没有计入。`,
  ...(truncated ? [`评估较多，只读取了前 ${mostRecords} 份，其余没有计入。`] : []),
  ...(unreadable === 0 ? [] : [`有 ${unreadable} 份评估无法读取，没有计入。`]),
]
