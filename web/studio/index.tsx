import './overview.css'
import './document/document.css'
import './document/list.css'
import './document/findings.css'
import './document/source.css'
import './table.css'
import './source-mark.css'
import './form/drawing.css'
import './form/phone.css'
import './release/release.css'
import { Outlet, useLocation } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { addCatalogue } from '../app/i18n.ts'
import { Frame } from '../office/frame.tsx'
import { useMayDraft } from './draft.ts'
import { useSeesIndicators } from './indicators/sees.ts'
import { studioRoute } from './routes.ts'
import { zh } from './zh.ts'

declare module '../app/i18n.ts' {
  interface Catalogues {
    studio: typeof zh
  }
}
addCatalogue('studio', zh)

export function Studio() {
  const { city } = studioRoute.useParams()
  const { t } = useTranslation('studio')
  const home = `/studio/${city}`
  const { pathname } = useLocation()
  const mayDraft = useMayDraft(city)
  const seesIndicators = useSeesIndicators(city)
  const inDocuments = pathname.startsWith(`${home}/documents`)
  const tabs = [
    { to: home, label: t('tabs.documents'), exact: true, current: inDocuments },
    ...(mayDraft
      ? [
          { to: `${home}/calculator`, label: t('tabs.calculator') },
          { to: `${home}/publish`, label: t('tabs.publish') },
        ]
      : []),
    { to: `${home}/releases`, label: t('tabs.releases') },
    ...(seesIndicators ? [{ to: `${home}/indicators`, label: t('tabs.indicators') }] : []),
    { to: `${home}/elements`, label: t('tabs.dictionary') },
    { to: `${home}/members`, label: t('tabs.members'), current: pathname.startsWith(`${home}/audit`) },
  ]
  return (
    <Frame room="studio" code={city} tabs={tabs}>
      <Outlet />
    </Frame>
  )
}
