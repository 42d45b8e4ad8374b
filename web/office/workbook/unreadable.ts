/** Why a file cannot be read as a workbook, in words, and what to do. */
export class Unreadable extends Error {
  readonly remedy: string
  constructor(says: string, remedy: string) {
    super(says)
    this.name = 'Unreadable'
    this.remedy = remedy
  }
}

const smaller = '请删去多余的工作表、图片和空白区域，另存后再试'
const saved = '另存为“Excel 工作簿（*.xlsx）”后再试'

/** Everything that can be wrong with a file as a whole. */
export const unreadable = {
  large: () => new Unreadable('文件超过 10 MB', smaller),
  other: () => new Unreadable('这不是 Excel 工作簿（.xlsx）', `请在 Excel 里${saved}`),
  locked: () => new Unreadable('文件有密码保护', '请在 Excel 里去掉密码，另存后再试'),
  old: () => new Unreadable('这是旧版的 .xls 文件，或有密码保护', `请用 Excel 打开，去掉密码，${saved}`),
  broken: () => new Unreadable('文件已损坏，读不出内容', '请用 Excel 打开并另存为 .xlsx 后再试'),
  unpacksLarge: () => new Unreadable('文件展开后太大', smaller),
  manyRows: (sheet: string, most: number) =>
    new Unreadable(`工作表“${sheet}”超过 ${most} 行`, `一次最多导入 ${most} 行，请分成几个文件`),
  unfinished: () => new Unreadable('没有读完这份文件', '请重新打开本页后再试'),
  away: () => new Unreadable('读不到这份文件', '文件可能正被其他程序使用或已移走，请关闭后再选一次'),
} as const
