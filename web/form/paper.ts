type Paper = { readonly title: string; readonly number: string }

/** The papers that rules come from. */
const papers: Readonly<Record<string, Paper>> = {
  S0: {
    title: '上海市民政局关于进一步开展2024年度“桥计划”社会救助综合服务项目的通知',
    number: '沪民救发〔2024〕9号',
  },
  S1: { title: '青浦区开展“社区救助顾问”工作的实施意见（试行）', number: '青民〔2020〕37号' },
  S2: { title: '池州市推进社会救助方式“物质+服务”改革实施方案', number: '池民社救〔2023〕38号' },
  S3: {
    title: '海城市乡镇（街道）社会工作和社会救助服务站项目服务需求',
    number: '海城市社工站项目服务需求（2024）',
  },
  S4: { title: '关于社会工作参与精准救助的实施意见', number: '京民社工发〔2017〕23号' },
}

const found = (rule: string): Paper | undefined => papers[rule.split('-', 1)[0] ?? '']

/** `S2-23` → `池民社救〔2023〕38号`; the rule itself where its paper is not known. */
export const paperOf = (rule: string): string => found(rule)?.number ?? rule

/** `S2-23` → `《池州市推进……实施方案》（池民社救〔2023〕38号）`; the rule itself where its paper is not known. */
export const wholePaperOf = (rule: string): string => {
  const paper = found(rule)
  return paper ? `《${paper.title}》（${paper.number}）` : rule
}

const ruleSign = /\bS[0-4]-\d{2}\b/g

/** A basis as people read it: rules named in it are called by their papers. */
export const inPapers = (basis: string): string => basis.replaceAll(ruleSign, paperOf)

/** The rules that a basis names, each once. */
export const rulesIn = (basis: string): readonly string[] => [...new Set(basis.match(ruleSign) ?? [])]

export type Rule = { readonly id: string; readonly quotes: readonly string[] }

/** The register of rules, fetched when somebody first asks for a sentence. */
export const loadRules = async (): Promise<readonly Rule[]> =>
  (await import('../../forms/packs/rules.json')).default
