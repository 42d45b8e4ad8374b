import { localDate } from '#forms/standards'
import type { Assessment } from '../api/contract/index.ts'
import { Refused } from '../problem.ts'
import { Conflict, keys, type MemberRow, type Row, type TenantStore, type Write } from '../store/index.ts'
import { type Found, findAssessment } from './read-assessment.ts'
import { ended } from './stages.ts'
import { mayStillSign } from './team.ts'
import { assessmentView, formBySha } from './view-assessment.ts'

/** The condition that the caller is who the form asks for to this moment: memberships in memory are a minute old. */
const stillSigns = async (store: TenantStore, { record, head }: Found): Promise<Write> => {
  const key = keys.memberKey(store.tenant.member)
  const [me, sender] = (await store.getAll<MemberRow>([key, keys.memberKey(record.card.by)], {
    consistent: true,
  })) as readonly (Row<MemberRow> | undefined)[]
  const { team = [] } = await formBySha(store, record.formSha)
  if (!me || !mayStillSign(team, sender, me, head.card.path))
    throw new Refused(
      'forbidden',
      '您的岗位或辖区在这份表提交之后已有变动，不能再作为第二名调查人员确认；请乡镇（街道）退回案件，重新调查。',
    )
  return { check: key, expect: { rev: me.rev } }
}

/**
 * The second investigator confirms by own sign-in (S2-03). From their task list the record moves among the month's
 * assessments. Confirming again answers the same. Refuses `forbidden` to everybody else, the sender too and whoever
 * has lost the role since, and `conflict` once the case has ended.
 */
export const confirmAssessment = async (
  store: TenantStore,
  household: string,
  id: string,
  clock: () => Date,
): Promise<Assessment> => {
  const me = store.tenant.member
  for (let tried = 1; ; tried++) {
    const found = await findAssessment(store, 'assessment.confirm', household, id)
    const { head, record, one, place } = found
    if (!record.investigators.includes(me))
      throw new Refused('forbidden', '只有这份评估表上的第二名调查人员可以确认。')
    if (record.card.by === me)
      throw new Refused('forbidden', '您是提交人，须由另一名调查人员用自己的账号登录确认。')
    if (record.card.status === 'confirmed') return assessmentView(store, household, id, record, place)
    if (ended.includes(one.card.stage)) throw new Refused('conflict', '这个案件已经结束，评估表不能再确认。')
    const signs = await stillSigns(store, found)
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
        signs,
      ])
      const row = { ...record, card, confirmedAt, rev: record.rev + 1 }
      return await assessmentView(store, household, id, row, place)
    } catch (error) {
      if (!(error instanceof Conflict) || tried > 1) throw error
    }
  }
}
