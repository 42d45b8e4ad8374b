/** Members that may hold JSON Logic: of a rule only the fact that it changed can be put into words. */
export const ruleOf = (key: string): string | undefined =>
  Object.hasOwn(rules, key) ? rules[key] : undefined
const rules: Readonly<Record<string, string>> = {
  value: '计算规则',
  when: '推荐条件',
  quantity: '数量的计算规则',
}
