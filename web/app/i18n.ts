import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { zh } from './zh.ts'

/**
 * One namespace a room. A room adds its own catalogue where it is loaded:
 * `declare module '../app/i18n.ts' { interface Catalogues { field: typeof zh } }` and `addCatalogue('field', zh)`.
 */
export interface Catalogues {
  app: typeof zh
}

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app'
    resources: Catalogues
    enableSelector: false
  }
}

void i18next.use(initReactI18next).init({
  lng: 'zh-CN',
  fallbackLng: 'zh-CN',
  defaultNS: 'app',
  ns: ['app'],
  resources: { 'zh-CN': { app: zh } },
  // React escapes what it draws.
  interpolation: { escapeValue: false },
  returnNull: false,
})

/** Adds a room's texts. `texts` is a flat or nested object of Chinese sentences. */
export function addCatalogue(namespace: keyof Catalogues, texts: object): void {
  i18next.addResourceBundle('zh-CN', namespace, texts, true, true)
}

export { i18next }
