import type { FeeRow, Rounding } from '#forms/fees'
import { fenOfText, textOfFen } from '#forms/sheet'

type StepFields = { readonly upTo?: string; readonly amount?: string }
type PartFields = { readonly fund?: string; readonly percent?: string }

/** A fee row as it is typed: amounts in 元 and shares in percent, all as text until they are read. */
export type Fields = {
  readonly item: string
  readonly kind: 'flat' | 'tiers' | 'formula'
  readonly price?: string
  readonly method?: 'each' | 'slice'
  readonly steps?: readonly StepFields[]
  readonly base?: string
  readonly baseAmount?: string
  readonly percent?: string
  readonly rounding?: string
  readonly unit: string
  readonly level?: string | undefined
  readonly objectClass?: string | undefined
  readonly division?: string | undefined
  readonly from: string
  readonly to?: string | undefined
  readonly month?: string
  readonly year?: string
  readonly household?: string
  readonly copay?: string
  readonly copayRounding?: string
  readonly advance?: string
  readonly funding?: readonly PartFields[]
  readonly note?: string | undefined
}

/** 元 as typed to 分; `null` for nothing and for what is no amount, which its field refuses before. */
const fen = (typed = ''): number | null => {
  const read = fenOfText(typed)
  return 'value' in read ? read.value : null
}
const yuan = (value: number | null | undefined): string =>
  value === null || value === undefined ? '' : textOfFen(value)

const percent = (ratio: number | undefined): string =>
  ratio === undefined ? '' : String(Math.round(ratio * 10_000) / 100)
/** Percent as typed to a share with four decimals at most; undefined for nothing. */
const ratio = (typed = ''): number | undefined => {
  const text = typed.normalize('NFKC').replaceAll(/[\s%]/g, '')
  return text === '' ? undefined : Math.round(Number(text) * 100) / 10_000
}

/** `floor-yuan` and so on; what a share is rounded to where nobody says is half up to 分. */
const roundingOf = (typed: string | undefined): Rounding => {
  const [mode, to] = (typed ?? 'round-fen').split('-')
  return { mode: mode as Rounding['mode'], to: to as Rounding['to'] }
}
const roundingText = ({ mode, to }: Rounding): string => `${mode}-${to}`

/** What the drawer begins with. */
export const fieldsOf = (row: FeeRow): Fields => {
  const { amount, tiers, formula, caps, copay, advance, funding, ...plain } = row
  return {
    ...plain,
    kind: tiers ? 'tiers' : formula ? 'formula' : 'flat',
    price: yuan(amount),
    method: tiers?.method ?? 'each',
    steps: tiers?.steps.map((step) => ({
      upTo: step.upTo === null ? '' : String(step.upTo),
      amount: yuan(step.amount),
    })) ?? [{}, {}],
    base: formula?.base.label ?? '',
    baseAmount: yuan(formula?.base.amount),
    percent: percent(formula?.percent),
    ...(formula?.rounding && { rounding: roundingText(formula.rounding) }),
    month: yuan(caps?.month),
    year: yuan(caps?.year),
    household: yuan(caps?.household),
    copay: percent(copay?.ratio),
    copayRounding: roundingText(copay?.rounding ?? roundingOf(undefined)),
    advance: percent(advance),
    funding: funding?.map((part) => ({ fund: part.fund, percent: percent(part.ratio) })) ?? [],
  }
}

/** Empty fields are left out; an empty price is "not set". `id` and the source stay those of `before`. */
export function rowOf(fields: Fields, id: string, before: FeeRow | undefined): FeeRow {
  const optional = Object.fromEntries(
    (['level', 'objectClass', 'division', 'to', 'note'] as const).flatMap((key) =>
      fields[key] ? [[key, fields[key]]] : [],
    ),
  )
  const caps = Object.fromEntries(
    (['month', 'year', 'household'] as const).flatMap((key) => {
      const value = fen(fields[key])
      return value === null ? [] : [[key, value]]
    }),
  )
  const copay = ratio(fields.copay)
  const advance = ratio(fields.advance)
  const funding = (fields.funding ?? []).filter((part) => part?.fund)
  return {
    id,
    item: fields.item,
    unit: fields.unit,
    ...priceOf(fields),
    ...(Object.keys(caps).length > 0 && { caps }),
    ...(copay !== undefined && { copay: { ratio: copay, rounding: roundingOf(fields.copayRounding) } }),
    ...(advance !== undefined && { advance }),
    ...(funding.length > 0 && {
      funding: funding.map((part) => ({ fund: part.fund ?? '', ratio: ratio(part.percent) ?? 0 })),
    }),
    from: fields.from,
    ...optional,
    ...(before?.source && { source: before.source }),
  }
}

function priceOf(fields: Fields): Pick<FeeRow, 'amount' | 'tiers' | 'formula'> {
  if (fields.kind === 'tiers') {
    const steps = (fields.steps ?? []).filter((step) => step?.amount || step?.upTo)
    return {
      amount: null,
      tiers: {
        method: fields.method ?? 'each',
        steps: steps.map(({ upTo, amount }) => ({
          upTo: upTo ? Number(upTo.normalize('NFKC').trim()) : null,
          amount: fen(amount) ?? 0,
        })),
      },
    }
  }
  if (fields.kind === 'formula')
    return {
      amount: null,
      formula: {
        base: { label: fields.base ?? '', amount: fen(fields.baseAmount) },
        percent: ratio(fields.percent) ?? 0,
        ...(fields.rounding && { rounding: roundingOf(fields.rounding) }),
      },
    }
  return { amount: fen(fields.price) }
}
