/** The papers that rules come from, as people call them. */
const papers: Readonly<Record<string, string>> = {
  S0: '沪民救发〔2024〕9号',
  S1: '青民〔2020〕37号',
  S2: '池民社救〔2023〕38号',
  S3: '海城市社工站项目服务需求（2024）',
  S4: '京民社工发〔2017〕23号',
}

/** `S2-23` → `池民社救〔2023〕38号`; the rule itself where its paper is not known. */
export const paperOf = (rule: string): string => papers[rule.split('-', 1)[0] ?? ''] ?? rule

type Rule = { readonly id: string; readonly quotes: readonly string[] }

/** The register of rules, fetched when somebody first asks for a sentence. */
export const rulesQuery = {
  queryKey: ['rules'],
  queryFn: async () => (await import('../../forms/packs/rules.json')).default as readonly Rule[],
  staleTime: Number.POSITIVE_INFINITY,
} as const

/** `池民社救〔2023〕38号“……”`: a rule by its paper and its own words. */
export const quoted = (rule: string, rules: readonly Rule[] | undefined): string => {
  const [quote] = rules?.find(({ id }) => id === rule)?.quotes ?? []
  return quote === undefined ? paperOf(rule) : `${paperOf(rule)}：“${quote}”`
}
