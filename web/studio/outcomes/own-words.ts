import { analyse, type FormDocument, type RuleFacts } from '#forms/definition'

/** What a rule says in plain words, by what it decides (`outcomes.score`, `recommends[0]`, the path of a question). */
export const sayOwn = (
  { definition, outcomes, recommends }: FormDocument,
  only?: RuleFacts['kind'],
): ((path: string) => string) => {
  const { rules } = analyse(definition, { ...(outcomes && { outcomes }), ...(recommends && { recommends }) })
  const said = new Map(
    rules.filter(({ kind }) => !only || kind === only).map(({ path, words }) => [path, words]),
  )
  return (path) => said.get(path) ?? ''
}
