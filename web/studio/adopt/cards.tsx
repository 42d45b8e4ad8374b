import { Button, Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import type { PackCard } from '../../../functions/api/contract/index.ts'
import { fits } from './zh.ts'

type CardsProps = {
  readonly city: string
  readonly packs: readonly PackCard[]
  readonly look: (pack: PackCard) => void
  readonly choose: (pack: PackCard) => void
}

const counted = ['items', 'forms', 'objects', 'indicators', 'divisions'] as const

/** One card a pack: the paper, for whom it fits, what is in it and what it leaves open. The city's own stands first. */
export function PackCards({ city, packs, look, choose }: CardsProps) {
  const { t } = useTranslation('studio')
  const own = packs.filter((pack) => pack.city === city)
  const real = packs.filter((pack) => pack.city !== city && !pack.demo)
  const invented = packs.filter((pack) => pack.city !== city && pack.demo)
  const list = (some: readonly PackCard[]) => (
    <ul className="pack-cards">
      {some.map((pack) => (
        <li key={pack.key}>
          <Card pack={pack} own={pack.city === city} look={() => look(pack)} choose={() => choose(pack)} />
        </li>
      ))}
    </ul>
  )
  return (
    <>
      {list([...own, ...real])}
      {invented.length > 0 && (
        <details className="pack-more">
          <summary>{t('adoption.demoGroup', { count: invented.length })}</summary>
          {list(invented)}
        </details>
      )}
    </>
  )
}

type CardProps = {
  readonly pack: PackCard
  readonly own: boolean
  readonly look: () => void
  readonly choose: () => void
}

function Card({ pack, own, look, choose }: CardProps) {
  const { t } = useTranslation('studio')
  const { title, summary, paper, counts, key } = pack
  return (
    <article className="pack-card">
      <header>
        <Tag color={own ? 'success' : 'default'}>{t(own ? 'adoption.own' : 'adoption.other')}</Tag>
        <h2>{title}</h2>
      </header>
      <dl>
        {paper && (
          <>
            <dt>{t('adoption.paper')}</dt>
            <dd>
              {paper.title} <span className="muted">{paper.number}</span>
            </dd>
          </>
        )}
        <dt>{t('adoption.fits')}</dt>
        <dd>{fits[key] ?? summary}</dd>
        <dt>{t('adoption.counts')}</dt>
        <dd>
          {counted
            .filter((one) => counts[one] > 0)
            .map((one) => t(`adoption.countOf.${one}`, { count: counts[one] }))
            .join(' · ')}
        </dd>
      </dl>
      <p>
        <Tag color="processing">{t('adoption.todo', { count: counts.todo })}</Tag>
      </p>
      <footer>
        <Button onClick={look}>
          {t('adoption.preview')}
          <span className="visually-hidden">{title}</span>
        </Button>
        <Button type="primary" onClick={choose}>
          {t('adoption.choose')}
          <span className="visually-hidden">{title}</span>
        </Button>
      </footer>
    </article>
  )
}
