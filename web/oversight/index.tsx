import './oversight.css'
import './catalogue/missing.css'
import './table/matrix.css'
import './print.css'
import { useTranslation } from 'react-i18next'
import { addCatalogue } from '../app/i18n.ts'
import { Frame } from '../office/frame.tsx'
import { ZoneOutlet } from '../office/zone.tsx'
import { oversightRoute } from './routes.ts'
import { zh } from './zh.ts'

declare module '../app/i18n.ts' {
  interface Catalogues {
    oversight: typeof zh
  }
}
addCatalogue('oversight', zh)

/** The province's room: the cities side by side, from what they disclosed. */
export function Oversight() {
  const { province } = oversightRoute.useParams()
  const { t } = useTranslation('oversight')
  const home = `/oversight/${province}`
  const tabs = [
    { to: home, label: t('tabs.fees'), exact: true },
    { to: `${home}/catalogue`, label: t('tabs.catalogue') },
    { to: `${home}/forms`, label: t('tabs.forms') },
    { to: `${home}/indicators`, label: t('tabs.indicators') },
  ]
  return (
    <Frame room="oversight" code={province} tabs={tabs}>
      <ZoneOutlet />
    </Frame>
  )
}
