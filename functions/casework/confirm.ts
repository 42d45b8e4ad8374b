import { localDate } from '#forms/standards'
import type { Assessment } from '../api/contract/index.ts'
import { Refused } from '../problem.ts'
import { Conflict, keys, type TenantStore } from '../store/index.ts'
import { findAssessment } from './read-assessment.ts'
import { ended } from './stages.ts'
import { assessmentView } from './view-assessment.ts'

/**
 * The second investigator confirms by own sign-in (S2-03). From their task list the record moves among the month's
 * assessments. Confirming again answers the same. Refuses `forbidden` to everybody else, the sender too, and
 * `conflict` once the case has ended.
 */
export const confirmAssessment = async (
  store: TenantStore,
  household: string,
  id: string,
  clock: () => Date,
): Promise<Assessment> => {
  const me = store.tenant.member
  for (let tried = 1; ; tried++) {
    const { head, record, one, place } = await findAssessment(store, 'assessment.confirm', household, id)
    if (!record.investigators.includes(me))
      throw new Refused('forbidden', '只有这份评估表上的第二名调查人员可以确认。')
    if (record.card.by === me)
      throw new Refused('forbidden', '您是提交人，须由另一名调查人员用自己的账号登录确认。')
    if (record.card.status === 'confirmed') return assessmentView(store, household, id, record, place)
    if (ended.includes(one.card.stage)) throw new Refused('conflict', '这个案件已经结束，评估表不能再确认。')
    const now = clock()
    const confirmedAt = now.toISOString()
    const card = { ...record.card, status: 'confirmed' } as const
    try {
      await store.write([
        {
          change: keys.assessmentKey(household, id),
          set: { confirmedAt },
          card,
          index: keys.assessmentIndex(keys.monthOf(localDate(now)), head.card.township, record.card.form, id),
          expect: { rev: record.rev },
        },
      ])
      const row = { ...record, card, confirmedAt, rev: record.rev + 1 }
      return await assessmentView(store, household, id, row, place)
    } catch (error) {
      if (!(error instanceof Conflict) || tried > 1) throw error
    }
  }
}
