import 'virtual:office.css'
import './touch.css'
import 'dayjs/locale/zh-cn'
import { Outlet } from '@tanstack/react-router'
import { App, ConfigProvider } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { usePreference } from '../app/preferences.ts'
import { themeOf } from './theme.ts'

/** Where the components of the office kit may be drawn. What does without them stands outside and loads sooner. */
export function Zone({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation()
  const elder = usePreference('elder')
  const contrast = usePreference('contrast')
  return (
    <ConfigProvider
      locale={zhCN}
      theme={{ ...themeOf({ elder, contrast }), zeroRuntime: true }}
      wave={{ disabled: true }}
      button={{ autoInsertSpace: false }}
      modal={{ closable: { 'aria-label': t('close') } }}
      drawer={{ closable: { 'aria-label': t('close') } }}
    >
      <App component={false}>{children}</App>
    </ConfigProvider>
  )
}

/** The same as a layout of routes. */
export const ZoneOutlet = () => (
  <Zone>
    <Outlet />
  </Zone>
)
