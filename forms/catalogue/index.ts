export { type Catalogue, catalogue, category, type Item, item, type Mode, mode } from './catalogue.ts'
export { type Contract, contract, type Renewal, renewal } from './contract.ts'
export { type Disclosure, disclosure } from './disclosure.ts'
export { type Division, division, divisionKind, divisionPath, divisionPaths } from './division.ts'
export type { Post } from './duties.ts'
export { type Eligibility, eligible, meets, type Person } from './eligible.ts'
export { heldFindings, heldMembers, isHeld } from './findings/held.ts'
export { catalogueFindings } from './findings/index.ts'
export { type Cap, cap, type Funds, funds } from './funds.ts'
export { type Activation, type Approval, activation, approval, itemLock } from './lock.ts'
export { type Notice, notice, noticeColumn } from './notice.ts'
export { type Condition, condition, type ObjectClass, type Objects, objects } from './objects.ts'
export { type Offer, offerOf } from './offer.ts'
export { isPayable, type Moved } from './payable.ts'
export { type Profile, profile } from './profile.ts'
export type { Budget, Counting, OwedReport, Transfer } from './programme.ts'
export { type Programmes, programmes } from './programmes.ts'
export { type Providers, providers } from './providers.ts'
export { mayRefer, type Requirement, requirementsMissing } from './referral.ts'
export { type DocumentName, type Documents, documentSchemas } from './schemas.ts'
export {
  cityCode,
  divisionCode,
  fen,
  key,
  localDate,
  maxFen,
  ratio,
  type Source,
  source,
  type Todo,
  todo,
} from './source.ts'
export { units } from './unit.ts'
export { type Stage, type State, stage, state, stateKeys } from './workflow.ts'
