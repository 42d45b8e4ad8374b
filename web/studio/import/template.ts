import { questionColumns, typeWords } from '#forms/definition'
import { imports as words } from './zh.ts'

/** Saves an empty question list with examples and, on a second sheet, what may be written where. */
export const saveTemplate = async (): Promise<void> => {
  const { default: write } = await import('write-excel-file/browser')
  const names = Object.values(questionColumns)
  const bold = (value: string) => ({ value, type: String, fontWeight: 'bold' as const })
  const plain = (value: string) => ({ value, type: String })
  const { examples, help } = words.template
  await write([
    {
      data: [names.map(bold), ...examples.map((row) => row.map(plain))],
      sheet: words.template.sheet,
      columns: names.map((_, i) => ({ width: i === 0 || i === 2 ? 28 : 14 })),
    },
    {
      data: [
        ...help.map(([name, text]) => [bold(name), plain(text)]),
        [bold(questionColumns.type), plain(typeWords.join('、'))],
      ],
      sheet: words.template.helpSheet,
      columns: [{ width: 14 }, { width: 80 }],
    },
  ]).toFile(words.template.file)
}
