import { useTranslation } from 'react-i18next'
import type { RecommendedItem } from '../../functions/api/contract/index.ts'
import { Why } from './why.tsx'

/** One recommended item; without a name what it is advised for stands in its place. */
type Advised = Omit<RecommendedItem, 'name'> & { readonly name?: string | undefined }

/** The service items that a form advises, each with its reason, its rule and the answers that made it so. */
export function Advice({ items }: { readonly items: readonly Advised[] }) {
  const { t } = useTranslation('form')
  return (
    <ul className="advised">
      {items.map(({ item, name, because, quantity, per, trace = [] }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two rules may advise the same item
        <li key={`${item} ${index}`}>
          <strong>{name ?? because}</strong>
          {quantity !== undefined && (
            <span className="tag">
              {per ? t(`quantityPer.${per}`, { count: quantity }) : t('quantity', { count: quantity })}
            </span>
          )}
          {name !== undefined && <p className="muted">{because}</p>}
          <Why title={t('whyAdvised')} trace={trace} rule={trace[0]?.rule ?? ''} />
        </li>
      ))}
    </ul>
  )
}
