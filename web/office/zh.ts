/** Texts of the frame around the desktop rooms. */
export const zh = {
  nav: '导航',
  account: '账户',
  demoPlace: '演示数据',
  pleaseWide: '此页面内容较多，建议在电脑或平板上使用。',
} as const
