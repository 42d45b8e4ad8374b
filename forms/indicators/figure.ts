import { formatMoney } from '../fees/money.ts'
import { scaled } from './exact.ts'
import type { Indicator } from './schema.ts'

/** How the target is held against the figures, where the indicator does not say it. */
export const kindOf = ({ kind, denominator }: Indicator): NonNullable<Indicator['kind']> =>
  kind ?? (denominator === null ? 'count' : 'ratio')

/** The figures are shares of one another, so they are read in per cent. */
const inPercent = (indicator: Indicator): boolean =>
  indicator.denominator !== null && indicator.unit === undefined && kindOf(indicator) !== 'average'

/** A quotient in hundredths: cut off on the side where it does not look as if the target were kept. */
const hundredths = (numerator: number, denominator: number, op: '>=' | '<=', times: bigint): number => {
  const [top, below] = [scaled(numerator) * times * 100n, scaled(denominator)]
  const down = top / below
  return Number(op === '<=' && top % below > 0n ? down + 1n : down) / 100
}

/** A figure as it is spoken: `12 次`, `5,000.00 元`. */
export const say = (figure: number, unit?: string): string =>
  unit === '元' ? `${formatMoney(figure)} 元` : `${figure}${unit === undefined ? '' : ` ${unit}`}`

/** The target as it is spoken: `30%`, `5 次`. */
export const sayTarget = (indicator: Indicator, target: number): string =>
  inPercent(indicator) ? `${hundredths(target, 1, '>=', 100n)}%` : say(target, indicator.unit)

/** What came out: a count, or numerator ÷ denominator with at most two decimals. `denominator` is above zero. */
export const sayValue = (indicator: Indicator, numerator: number, denominator: number | null): string => {
  const op = indicator.target?.op ?? '>='
  if (denominator === null) return say(numerator, indicator.unit)
  if (inPercent(indicator)) return `${hundredths(numerator, denominator, op, 100n)}%`
  if (indicator.unit === '元') {
    const each = scaled(numerator) / scaled(denominator)
    return say(Number(op === '<=' && scaled(numerator) % scaled(denominator) > 0n ? each + 1n : each), '元')
  }
  return say(hundredths(numerator, denominator, op, 1n), indicator.unit)
}
