import { useTranslation } from 'react-i18next'
import type { WhatIfHouseholds } from '../../../functions/api/contract/index.ts'

const kinds = ['less', 'same', 'more'] as const
const width = 600
const height = 26

/** How many households cost less, the same and more, as parts of one bar; each part carries its words below. */
export function Shift({ households }: { readonly households: WhatIfHouseholds }) {
  const { t } = useTranslation('studio')
  if (households.all === 0) return null
  let x = 0
  const parts = kinds.map((kind) => {
    const part = { kind, x, width: (households[kind] / households.all) * width }
    x += part.width
    return part
  })
  return (
    <figure className="shift">
      <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true" focusable="false">
        {parts.map((part) => (
          <rect
            key={part.kind}
            className={`shift-${part.kind}`}
            x={part.x}
            width={part.width}
            height={height}
          />
        ))}
      </svg>
      <figcaption>
        {kinds.map((kind) => (
          <span key={kind} className={`shift-${kind}`}>
            {t(`calculator.${kind}`, { count: households[kind] })}
          </span>
        ))}
      </figcaption>
    </figure>
  )
}
