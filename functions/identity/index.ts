export { type Memberships, memberships } from './membership.ts'
export {
  type Action,
  divisionsOf,
  type Holder,
  inScope,
  maskFor,
  permits,
  policy,
  reaches,
  readable,
  type Scope,
  type Sensitivity,
  type Subject,
  sensitivities,
} from './policy.ts'
export { memberId, type Principal } from './principal.ts'
export { Province, Tenant } from './tenant.ts'
export { KeysUnreachable, Unverified, type VerifierOptions, verifier } from './verifier.ts'
