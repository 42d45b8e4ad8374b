import { useEffect, useState } from 'react'
import { loadRules, type Rule, wholePaperOf } from './paper.ts'

/** Where a rule stands: the paper's own name, its number, and the sentence as soon as the register is there. */
export function Quoted({ rule }: { readonly rule: string }) {
  const [rules, setRules] = useState<readonly Rule[]>()
  useEffect(() => {
    let gone = false
    // Without a network the paper's name is all there is.
    loadRules().then(
      (all) => !gone && setRules(all),
      () => undefined,
    )
    return () => {
      gone = true
    }
  }, [])
  return (
    <div className="quotes">
      <p className="muted">{wholePaperOf(rule)}</p>
      {rules
        ?.find(({ id }) => id === rule)
        ?.quotes.map((quote) => (
          <blockquote key={quote}>{quote}</blockquote>
        ))}
    </div>
  )
}
