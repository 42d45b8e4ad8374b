/** Why a file cannot be read as a workbook, in words, and what to do. */
export class Unreadable extends Error {
  readonly remedy: string
  constructor(says: string, remedy: string) {
    super(says)
    this.name = 'Unreadable'
    this.remedy = remedy
  }
}

export const broken = (): Unreadable =>
  new Unreadable('文件已损坏，读不出内容', '请用 Excel 打开并另存为 .xlsx 后再试')

export const tooLarge = (): Unreadable =>
  new Unreadable('文件展开后太大', '请删去多余的工作表、图片和空白区域，另存后再试')
