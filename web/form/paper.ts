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

/** A basis as people read it: rules named in it are called by their papers. */
export const inPapers = (basis: string): string => basis.replaceAll(/\bS[0-4]-\d{2}\b/g, paperOf)
