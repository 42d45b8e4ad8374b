/** How a metric of an indicator comes about. */
export type Metric =
  /**
   * The sum of counters that casework writes. `words`: when it is counted, one Chinese sentence. `anywhere`: once for a
   * household or person, in whichever programme it happened first.
   */
  | {
      readonly kind: 'counted'
      readonly counters: readonly string[]
      readonly words: string
      readonly anywhere?: true
    }
  /** Nothing in the system could tell it yet. `words`: what is missing. */
  | { readonly kind: 'missing'; readonly words: string }

const counted = (words: string, ...counters: readonly string[]): Metric => ({
  kind: 'counted',
  counters,
  words,
})

const anywhere = (words: string, ...counters: readonly string[]): Metric => ({
  kind: 'counted',
  counters,
  words,
  anywhere: true,
})

/** Metrics that casework counts. A city may name these in indicators of its own. */
const known: Readonly<Record<string, Metric>> = {
  'archives.done': counted('登记家庭、增加成员时计数，一人一次。', 'persons'),
  'objects.new': counted('登记家庭时计数，一户一次。', 'households'),
  'visits.new': anywhere('当年登记的家庭第一次完成入户时计数，一户一次。', 'visited.new'),
  'new-objects.all': counted('登记家庭、增加成员时，按带有对象类别的人计数，一人一次。', 'objects'),
  'new-objects.followed': anywhere(
    '当月登记的对象在当月完成入户时计数，一人一次；以后月份才入户的不计。',
    'objects.followed',
  ),
  'cases.all': counted('立案时计数，一案一次。', 'cases'),
  'cases.opened': counted('案件审核确认时计数，一案一次；不予确认的不计。', 'confirmed'),
  'cases.outreach': counted('立案时，来源属于主动发现渠道的案件计数。', 'outreach'),
  'cases.followed': counted('当年确认的案件，确认后第一次提交追踪反馈（个案走访）记录时计数。', 'followed'),
  'cases.visited': counted('案件第一次完成入户、提交审核时计数。', 'visited'),
  'cases.in-time': counted('案件第一次完成入户、提交审核，且不晚于入户期限时计数。', 'visited.in-time'),
  'households.confirmed': counted('案件审核确认时计数，同一项目中一户只计一次。', 'confirmed.households'),
  'referrals.all': counted('案件转介给承接机构时计数。', 'case.refer'),
  'referrals.accepted': counted('转介的案件开始服务时计数，算在开始服务的那个月。', 'case.start'),
  'visits.project': counted('已确认的案件提交个案走访记录，且接触方式为入户时计数。', 'counted.case-visit'),
  'alerts.sent': counted('提交报告表时计数，一份一次。', 'form.alert'),
  'return-visits.done': counted('提交回访记录时计数，一份一次。', 'form.return-visit'),
}

/** Why a metric cannot be told, by the beginning of its name; the longest beginning that fits counts. */
const sources: readonly (readonly [start: string, words: string])[] = [
  ['activities.', '系统还没有活动台账，活动场次无从统计。'],
  ['advisors.', '系统还没有人员培训和上岗的台账。'],
  ['archives.', '证件等材料还不能上传，材料是否齐全无从统计。'],
  ['assessments.paired', '前测和后测还没有按家庭配对统计。'],
  ['budget.', '系统还没有资金下拨的记录。'],
  ['communities.', '系统还没有社区配备人员的台账。'],
  ['counties.', '系统还没有各区（县）实施情况的台账。'],
  ['follow-ups.', '系统还没有跟踪服务的计划，应完成和已完成的数无从统计。'],
  ['funds.', '系统还没有资金台账。'],
  ['group.', '系统还没有小组活动的台账。'],
  ['groups.', '系统还没有小组活动的台账。'],
  ['hours.', '系统还没有培训和督导的记录。'],
  ['notices.', '系统还没有公示的记录。'],
  ['objects.existing', '系统还没有按年结转在册户数。'],
  ['reports.', '报告材料还不在系统中提交。'],
  ['return-visits.due', '回访的周期还没有设定，应回访的数无从统计。'],
  ['routine.', '文件没有写明常规服务的统计办法。'],
  ['satisfaction.', '满意的界线还没有设定，满意率无从统计。'],
  ['services.', '系统还没有服务记录，要等服务记录和结算上线。'],
  ['settlements.', '系统还没有结算单，要等服务记录和结算上线。'],
  ['spend.', '系统还没有经费支出的记录。'],
  ['staff.', '系统还没有承接机构人员的台账。'],
  ['stations.', '系统还没有服务站（点）的台账。'],
  ['townships.', '系统还没有乡镇（街道）机构的台账。'],
  ['typical-cases.', '典型案例还不在系统中定稿。'],
  ['villages.', '系统还没有公示的记录，应公示的村（社区）数无从统计。'],
  ['visits.existing', '系统还没有按年区分新老对象的走访。'],
  ['workers.', '系统还没有社工人员的台账。'],
]

/** How a metric comes about today. One that nobody knows is missing, never zero. */
export const metricOf = (metric: string): Metric => {
  if (Object.hasOwn(known, metric)) return known[metric] as Metric
  const found = sources
    .filter(([start]) => metric.startsWith(start))
    .toSorted(([a], [b]) => b.length - a.length)
  return { kind: 'missing', words: found[0]?.[1] ?? '系统还没有这个数的来源。' }
}
