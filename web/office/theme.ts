import type { ThemeConfig } from 'antd'

/**
 * The one look of the desktop rooms, in antd's tokens; the colours are those of `app/tokens.css`. Read by the build, which writes the style sheet,
 * and by the page, which only names it (`zeroRuntime`): our policy refuses a style that a script adds.
 */
export const theme: ThemeConfig = {
  cssVar: { key: 'office' },
  hashed: false,
  token: {
    colorPrimary: '#1d5796',
    colorLink: '#1d5796',
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
}
