/** One item of the assessment: higher is better, `max` means able without help. */
export type AbilityItem = { readonly key: string; readonly label: string; readonly max: number }

/** The four dimensions of GB/T 42195-2022 with their 26 items; names and score ranges only, 90 points in all. */
export const abilityDimensions = [
  {
    key: 'selfCare',
    label: '自理能力',
    items: [
      { key: 'eating', label: '进食', max: 4 },
      { key: 'grooming', label: '修饰', max: 4 },
      { key: 'bathing', label: '洗澡', max: 4 },
      { key: 'upperDressing', label: '穿/脱上衣', max: 4 },
      { key: 'lowerDressing', label: '穿/脱裤子和鞋袜', max: 4 },
      { key: 'bladder', label: '小便控制', max: 4 },
      { key: 'bowel', label: '大便控制', max: 4 },
      { key: 'toileting', label: '如厕', max: 4 },
    ],
  },
  {
    key: 'mobility',
    label: '基础运动能力',
    items: [
      { key: 'bedMobility', label: '床上体位转移', max: 4 },
      { key: 'transfer', label: '床椅转移', max: 4 },
      { key: 'walking', label: '平地行走', max: 4 },
      { key: 'stairs', label: '上下楼梯', max: 3 },
    ],
  },
  {
    key: 'mental',
    label: '精神状态',
    items: [
      { key: 'time', label: '时间定向', max: 4 },
      { key: 'space', label: '空间定向', max: 4 },
      { key: 'person', label: '人物定向', max: 4 },
      { key: 'memory', label: '记忆', max: 4 },
      { key: 'comprehension', label: '理解能力', max: 4 },
      { key: 'expression', label: '表达能力', max: 4 },
      { key: 'aggression', label: '攻击行为', max: 1 },
      { key: 'depression', label: '抑郁症状', max: 1 },
      { key: 'consciousness', label: '意识水平', max: 2 },
    ],
  },
  {
    key: 'social',
    label: '感知觉与社会参与',
    items: [
      { key: 'vision', label: '视力', max: 2 },
      { key: 'hearing', label: '听力', max: 2 },
      { key: 'dailyAffairs', label: '执行日常事务', max: 4 },
      { key: 'transport', label: '使用交通工具外出', max: 3 },
      { key: 'socialContact', label: '社会交往能力', max: 4 },
    ],
  },
] as const satisfies readonly { key: string; label: string; items: readonly AbilityItem[] }[]

export const abilityRule = 'GB/T 42195-2022'

/** Levels by total, both ends included; 0 is best. */
export const abilityLevels = [
  { from: 90, to: 90, level: 0, label: '能力完好' },
  { from: 66, to: 89, level: 1, label: '轻度失能' },
  { from: 46, to: 65, level: 2, label: '中度失能' },
  { from: 30, to: 45, level: 3, label: '重度失能' },
  { from: 0, to: 29, level: 4, label: '完全失能' },
] as const

/** What changes the first result. */
export type AbilityCircumstances = {
  readonly coma?: boolean
  /** Diagnosed dementia (F00 to F03) or another mental disorder (F04 to F99). */
  readonly mentalDiagnosis?: boolean
  /** Falls, getting lost, choking, self-harm and other care risk events in the last 30 days. */
  readonly riskEvents?: number
}

export type Ability = {
  readonly total: number
  /** Level of the total alone, and the level that counts. */
  readonly first: number
  readonly level: number
  readonly label: string
  readonly sums: Readonly<Record<string, number>>
  /** Why the level differs from the first one. */
  readonly changed?: 'coma' | 'worse-by-one'
}

/**
 * The ability of an older person (GB/T 42195-2022) from the scores of the 26 items. Undefined while one score is
 * missing or outside its range. Coma is level 4 at once; a mental diagnosis or two risk events make it one worse.
 */
export const ability = (
  scores: Readonly<Record<string, number>>,
  circumstances: AbilityCircumstances = {},
): Ability | undefined => {
  const sums: Record<string, number> = {}
  for (const { key, items } of abilityDimensions) {
    let sum = 0
    for (const item of items) {
      const score = Object.hasOwn(scores, item.key) ? scores[item.key] : undefined
      if (score === undefined || !Number.isInteger(score) || score < 0 || score > item.max) return undefined
      sum += score
    }
    sums[key] = sum
  }
  const total = Object.values(sums).reduce((all, sum) => all + sum, 0)
  const first = abilityLevels.find(({ from, to }) => total >= from && total <= to)?.level ?? 4
  const worse = circumstances.mentalDiagnosis === true || (circumstances.riskEvents ?? 0) >= 2
  const level = circumstances.coma === true ? 4 : Math.min(4, first + (worse ? 1 : 0))
  const label = abilityLevels[level]?.label ?? ''
  if (level === first) return { total, first, level, label, sums }
  return { total, first, level, label, sums, changed: circumstances.coma === true ? 'coma' : 'worse-by-one' }
}
