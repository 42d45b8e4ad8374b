import { quote } from '../quote.ts'
import { type Check, checkKeys, keysOf } from './report.ts'

/** Programmes and disclosure name indicators that exist; caps and targets that are open are to-dos. */
export const checkMeasures: Check = ({ programmes, disclosure, indicators, funds, profile }, report) => {
  if (indicators) {
    const known = keysOf(indicators.indicators)
    programmes?.programmes.forEach((one, index) => {
      one.indicators.forEach((key, i) => {
        if (!known.has(key))
          report(
            'error',
            'programmes',
            ['programmes', index, 'indicators', i],
            'indicator-unknown',
            `项目${quote(one.title)}引用的指标“${key}”没有定义。`,
            one.title,
          )
      })
    })
    disclosure?.indicators.forEach((key, i) => {
      if (!known.has(key))
        report(
          'error',
          'disclosure',
          ['indicators', i],
          'indicator-unknown',
          `向省公开的指标“${key}”没有定义。`,
        )
    })
    checkKeys(report, 'indicators', 'indicators', indicators.indicators)
    indicators.indicators.forEach((one, index) => {
      if (one.target === null)
        report(
          'todo',
          'indicators',
          ['indicators', index, 'target'],
          'target-unset',
          `指标“${one.name}”的目标值未设定。`,
          one.name,
        )
    })
  }
  funds?.funds.forEach((fund, index) => {
    if (fund.cap?.total === null)
      report(
        'todo',
        'funds',
        ['funds', index, 'cap', 'total'],
        'total-unset',
        `“${fund.cap.of}”未设定，无法核对“${fund.name}”的限额。`,
        fund.name,
      )
  })
  if (disclosure && profile && disclosure.to !== profile.province.code)
    report('error', 'disclosure', ['to'], 'province-differs', '向省公开范围的接收方与本市所属省份不一致。')
}
