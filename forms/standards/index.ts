/** National standards as pure functions and tables: GB 11643 ids, GB 32100 codes, Shanghai dates, workdays, masks, self-care. */
export {
  type Ability,
  type AbilityCircumstances,
  type AbilityItem,
  ability,
  abilityDimensions,
  abilityLevels,
  abilityRule,
} from './ability.ts'
export { type CreditCodeCheck, checkCreditCode, creditCodeSign } from './credit-code.ts'
export { daysIn, isCalendarDay, isLocalDate, localDate } from './date.ts'
export { type HolidayYear, holidays } from './holidays.ts'
export {
  checkIdNumber,
  type IdNumberCheck,
  type IdNumberOptions,
  idNumberSign,
  readIdNumber,
} from './id-number.ts'
export { instantOf } from './instant.ts'
export { maskIdNumber, maskName, maskPhone } from './mask.ts'
export { provinceCodes, provinceName } from './province.ts'
export {
  type SelfCare,
  type SelfCareBand,
  type SelfCareKey,
  selfCareBands,
  selfCareIndicators,
  selfCareLevel,
  selfCareRule,
} from './self-care.ts'
export { isWorkday, type WorkdayAnswer, workdaysAfter } from './workdays.ts'
