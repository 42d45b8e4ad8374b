import type { ThemeConfig } from 'antd'

/**
 * The one look of the desktop rooms, in antd's tokens; the colours are those of `app/tokens.css`. Read by the build, which writes the style sheet,
 * and by the page, which only names it (`zeroRuntime`): our policy refuses a style that a script adds.
 */
const plain = {
  hashed: false,
  token: {
    colorPrimary: '#1d5796',
    colorLink: '#1d5796',
    colorLinkHover: '#174678',
    colorLinkActive: '#174678',
    colorSuccess: '#17693a',
    colorWarning: '#7f4c00',
    colorError: '#ad2119',
    colorInfo: '#1d5796',
    colorSuccessBg: '#e6f4ea',
    colorSuccessBorder: '#a9d3b7',
    colorWarningBg: '#fdf1dc',
    colorWarningBorder: '#e3c48a',
    colorErrorBg: '#fdedeb',
    colorErrorBorder: '#eab3af',
    colorInfoBg: '#e9f1fa',
    colorInfoBorder: '#b7cfe9',
    colorText: '#18222f',
    colorTextSecondary: '#4e5a69',
    colorTextDescription: '#4e5a69',
    colorTextPlaceholder: '#667180',
    colorBorder: '#b3bcc8',
    colorBorderSecondary: '#d8dee7',
    colorBgLayout: '#f3f5f8',
    borderRadius: 7,
    fontSize: 15,
    controlHeight: 36,
    fontFamily: 'var(--font)',
  },
  components: { Table: { headerBg: '#eef2f7', cellPaddingBlock: 10 } },
} satisfies ThemeConfig

/** 高对比度, as in `app/tokens.css`. */
const strong = {
  colorPrimary: '#003a80',
  colorLink: '#003a80',
  colorLinkHover: '#003a80',
  colorLinkActive: '#003a80',
  colorInfo: '#003a80',
  colorSuccess: '#004d1f',
  colorWarning: '#5c3500',
  colorError: '#8a0000',
  colorSuccessBg: '#ffffff',
  colorWarningBg: '#ffffff',
  colorErrorBg: '#ffffff',
  colorInfoBg: '#ffffff',
  colorText: '#000000',
  colorTextSecondary: '#1f1f1f',
  colorTextDescription: '#1f1f1f',
  colorTextPlaceholder: '#1f1f1f',
  colorTextDisabled: '#4a4a4a',
  colorTextQuaternary: '#4a4a4a',
  colorIcon: '#1f1f1f',
  colorBorder: '#000000',
  colorBorderSecondary: '#4a4a4a',
  colorBgLayout: '#ffffff',
}

/** 长者模式: nothing below 18 px; targets as large as a table can bear. */
const large = { fontSize: 19, fontSizeSM: 18, controlHeight: 48 }

export type Wishes = { readonly elder: boolean; readonly contrast: boolean }

/** The look for what the reader has switched on; each has a name of its own, by which the page finds its part of the style sheet. */
export const themeOf = ({ elder, contrast }: Wishes): ThemeConfig => ({
  ...plain,
  cssVar: { key: `office${elder ? '-elder' : ''}${contrast ? '-contrast' : ''}` },
  token: { ...plain.token, ...(contrast && strong), ...(elder && large) },
  components: contrast ? { Table: { ...plain.components.Table, headerBg: '#ffffff' } } : plain.components,
})
