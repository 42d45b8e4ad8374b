/** Texts of the frame around the desktop rooms. */
export const zh = {
  nav: '导航',
  account: '账户',
  reading: '正在读取“{{name}}”…',
  stopReading: '停止读取',
} as const
