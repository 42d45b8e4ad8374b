import { Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Change } from '../../../functions/api/contract/index.ts'
import { EffectMark } from './effect.tsx'
import { isHarmless, worstFirst } from './effects.ts'

const colour = { added: 'success', removed: 'error', changed: 'processing' } as const
/** More harmless changes than these are folded away under the others. */
const FEW = 6

/** What changed between two configurations, document by document, in plain words; what harms answers stands first. */
export function Changes({ changes }: { readonly changes: readonly Change[] }) {
  const documents = [...Map.groupBy(worstFirst(changes), ({ document }) => document)]
  return (
    <div className="changes">
      {documents.map(([document, list]) => (
        <section key={document}>
          <h3>{list[0]?.documentTitle}</h3>
          <Sorted list={list} />
        </section>
      ))}
    </div>
  )
}

function Sorted({ list }: { readonly list: readonly Change[] }) {
  const { t } = useTranslation('studio')
  const harmless = list.filter(isHarmless)
  if (harmless.length === list.length || harmless.length <= FEW) return <List changes={list} />
  return (
    <>
      <List changes={list.filter((change) => !isHarmless(change))} />
      <details>
        <summary>{t('effects.more', { count: harmless.length })}</summary>
        <List changes={harmless} />
      </details>
    </>
  )
}

function List({ changes }: { readonly changes: readonly Change[] }) {
  const { t } = useTranslation('studio')
  return (
    <ul>
      {changes.map(({ pointer, kind, words, effect, documentTitle }) => (
        <li key={`${pointer} ${words}`}>
          <span className="change-marks">
            {effect ? (
              <EffectMark effect={effect} />
            ) : (
              <Tag color={colour[kind]}>{t(`release.kinds.${kind}`)}</Tag>
            )}
          </span>
          <span>{below(documentTitle, words)}</span>
        </li>
      ))}
    </ul>
  )
}

/** The heading says the document's name already. */
const below = (title: string, words: string): string =>
  words.startsWith(`${title}：`) ? words.slice(title.length + 1) : words
