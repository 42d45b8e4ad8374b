import { Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Change } from '../../../functions/api/contract/index.ts'

const colour = { added: 'success', removed: 'error', changed: 'processing' } as const

/** What changed between two configurations, document by document, in plain words. */
export function Changes({ changes }: { readonly changes: readonly Change[] }) {
  const { t } = useTranslation('studio')
  const documents = [...Map.groupBy(changes, ({ document }) => document)]
  return (
    <div className="changes">
      {documents.map(([document, list]) => (
        <section key={document}>
          <h3>{list[0]?.documentTitle}</h3>
          <ul>
            {list.map(({ pointer, kind, words }) => (
              <li key={`${pointer} ${words}`}>
                <Tag color={colour[kind]}>{t(`release.kinds.${kind}`)}</Tag>
                <span>{words}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
