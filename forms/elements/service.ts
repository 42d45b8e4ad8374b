/** Categories under which common services are compared; the four of S2, under one name each. */
export const commonCategories = {
  care: '生活照料',
  cleaning: '清洁服务',
  health: '健康护理',
  ability: '能力提升',
} as const

/** One service that several cities offer under names of their own. */
export type CommonService = {
  readonly code: string
  readonly name: string
  /** Unit of comparison, e.g. 次. */
  readonly unit: string
  readonly category: keyof typeof commonCategories
  readonly aliases: readonly string[]
}
