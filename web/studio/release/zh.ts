/** Texts about what changes of a form do to answers. */
export const effects = {
  names: {
    'loses-answers': '会丢失已填答案',
    'changes-meaning': '含义改变',
    tightens: '更严格',
    compatible: '兼容',
  },
  places: '{{count}} 处',
  means: {
    'loses-answers': '旧表的这些答案，新表里没有位置或不能通过；改用新表时要重填，前后对比和导出时也对不上。',
    'changes-meaning': '题目还在，但答案的意思、单位或由它得出的结果变了，新旧答案不宜直接比较。',
    tightens: '按旧表填的答案可能通不过新表的检查，改用新表时要补填或更正。',
    compatible: '按旧表填的答案照样有效。',
  },
  title: '对已填答案的影响',
  harmless: '评估表的 {{count}} 处改动都不影响已填的答案。',
  more: '另有 {{count}} 处兼容的改动',
  stored: '已提交的评估不受影响，始终按当时的版本保存和打开。',
  drafts:
    '一线人员已经开始、还没有提交的草稿继续用旧表填写，新版生效后 {{days}} 天内可以提交；过期的要用新表重新填写。',
  draftsToday:
    '一线人员已经开始、还没有提交的草稿继续用旧表填写，只在新版生效当天还可以提交；过期的要用新表重新填写。',
  offline: '没有联网的手机继续用已经下载的旧表，联网后自动换成新表。',
  counting: '统计、导出和省级比较时，含义改变的题目新旧答案不宜合在一起，每份评估都记着它的版本。',
  known: '我已知道：有 {{count}} 处改动会丢失已填答案',
  knownMissing: '请先核对上面标明“会丢失已填答案”的改动，再勾选',
  restored: '恢复后，对按第 {{n}} 版填写的答案：',
} as const

/** Texts of the work list: what is still to do. */
export const work = {
  title: '待办清单',
  blocked: '还有 {{count}} 项必须更正，更正后才能发布。',
  free: '没有阻止发布的问题。',
  show: '只看哪一类',
  items: '{{count}} 项',
  none: '这里没有待办。',
} as const

/** Texts of a release that waits for its day. */
export const waiting = {
  title: '第 {{n}} 版已排定，{{date}} 起生效',
  lead: '{{name}}于 {{at}} 排定。发布说明：{{note}}',
  somebody: '一位已不在本市的管理员',
  change: '取消或查看',
  atOnce: '发布当日',
  same: '这次发布后，第 {{n}} 版不再单独生效，由新版代替；日期仍是 {{date}}，第 {{n}} 版的改动都在新版里。',
  later:
    '这次发布后，第 {{n}} 版不再生效：它的改动都在新版里，要推迟到 {{from}} 才开始使用（原定 {{date}}）。',
  earlier:
    '这次发布后，第 {{n}} 版不再单独生效：它的改动都在新版里，提前到{{from}}开始使用（原定 {{date}}）。',
  refused:
    '草稿包含第 {{n}} 版的全部改动，不能早于它的生效日期 {{date}}。要更早生效，请先到“历史版本”取消第 {{n}} 版的排定。',
} as const
