/** Texts of the frame around the desktop rooms. */
export const zh = {
  nav: '导航',
  account: '账户',
} as const
