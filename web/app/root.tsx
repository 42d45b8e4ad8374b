import { Outlet } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

export function Root() {
  const { t } = useTranslation()
  return (
    <>
      <a className="skip" href="#main">
        {t('skip')}
      </a>
      <Outlet />
    </>
  )
}
