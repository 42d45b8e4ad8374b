import type { OutcomeDefinition, RecommendDefinition } from './document.ts'
import type { LintFinding } from './finding.ts'

export type LintOptions = {
  readonly outcomes?: readonly OutcomeDefinition[]
  readonly recommends?: readonly RecommendDefinition[]
}

export const lint = (_definition: unknown, _options: LintOptions = {}): readonly LintFinding[] => []
