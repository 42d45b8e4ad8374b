import type { Post, Profile, Providers, Stage } from '../catalogue/index.ts'
import { allowed, refused, type Verdict } from './verdict.ts'

/** What is on file of somebody who serves. Dates are local. */
export type Server = {
  readonly trainedOn: string | null
  readonly badge: string | null
  readonly certificates?: readonly { readonly key: string; readonly until: string | null }[]
}

/** Whether the holder of a post may give a service on a day: trained before it, and with a badge (S1-06). */
export const mayServe = (post: Post, who: Server, on: string): Verdict => {
  if (post.trainedFirst && (who.trainedOn === null || who.trainedOn > on))
    return refused(`${post.name}须经过培训后上岗，${on} 之前没有培训记录，不能安排服务。`)
  if (post.badge && (who.badge ?? '').trim() === '')
    return refused(`${post.name}提供服务时应佩戴统一标识或胸卡，请先登记编号。`)
  return allowed
}

/** Whether somebody holds one of the professional titles that are asked for, still valid on a day (S0-18). */
export const isCertified = ({ certificates }: Providers, who: Server, on: string): boolean =>
  (who.certificates ?? []).some(
    ({ key, until }) =>
      (certificates ?? []).some((one) => one.key === key) && (until === null || until >= on),
  )

/** Whether a provider may be chosen: one rated below the preferred ones only with a reason (S0-19). `null` = unrated. */
export const mayChoose = ({ preferred }: Providers, rating: number | null, reason: string): Verdict =>
  !preferred || (rating ?? 0) >= preferred.rating || reason.trim() !== ''
    ? allowed
    : refused(`对 ${preferred.rating}A 级以上机构应优先选择；选择其他机构，请写明理由。`)

/** Whether the papers are filed that must be filed before the work begins (S0-27). */
export const mayBegin = ({ filings = [] }: Providers, filed: readonly string[]): Verdict => {
  const missing = filings.filter(({ key }) => !filed.includes(key))
  return missing.length === 0
    ? allowed
    : refused(`请先备案：${missing.map(({ label }) => label).join('、')}。备案前项目不能开展。`)
}

/**
 * Whether a stage is done: every form that it asks for is there (S0-25: no exit without its closure form). `titles`
 * names forms by key.
 */
export const mayLeave = (
  { forms = [], name }: Stage,
  done: readonly string[],
  titles: ReadonlyMap<string, string>,
): Verdict => {
  const missing = forms.filter((form) => !done.includes(form))
  return missing.length === 0
    ? allowed
    : refused(
        `“${name}”还缺：${missing.map((form) => titles.get(form) ?? form).join('、')}。补齐后才能办结。`,
      )
}

/** Whether a project may be paid: where payment follows acceptance, not before it (S0-16). */
export const mayPay = ({ settlement }: Pick<Profile, 'settlement'>, acceptedOn: string | null): Verdict =>
  settlement.cadence === 'on-acceptance' && acceptedOn === null
    ? refused('项目尚未验收，验收通过后才能支付。')
    : allowed

/** Visits by what they count towards: kinds are never added up with each other (S0-21). A kind nobody knows counts nowhere. */
export const tallyVisits = (
  { visitTypes = [] }: Pick<Profile, 'visitTypes'>,
  visits: readonly { readonly type: string }[],
): ReadonlyMap<string, number> => {
  const tally = new Map<string, number>()
  for (const { key, metric } of visitTypes)
    tally.set(metric, (tally.get(metric) ?? 0) + visits.filter(({ type }) => type === key).length)
  return tally
}
