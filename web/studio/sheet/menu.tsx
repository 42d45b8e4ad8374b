import { App, Button, Dropdown } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Column, Report, Sheet } from '#forms/sheet'
import { saveWorkbook } from '../../office/workbook/index.ts'
import type { ImportDialog as Dialog } from './import-dialog.tsx'

const ImportDialog = lazy(
  () => import('./import-dialog.tsx').then((room) => ({ default: room.ImportDialog })),
  // A component that comes later loses the type of its rows.
) as unknown as typeof Dialog

export type SheetJob<R> = {
  /** Name of the sheet and of the file: 服务事项清单. */
  readonly name: string
  readonly columns: readonly Column<R>[]
  readonly rows: readonly R[]
  readonly rowKey: (row: R) => string
  /** How a row is called in the report. */
  readonly nameOf: (row: R) => string
  readonly most: number
  /** What a sheet would change. Nothing is changed by asking. */
  readonly report: (sheet: Sheet) => Report<R>
  /** Takes the rows over, as one step of undo. Absent: nothing may be changed. */
  readonly replace: ((rows: readonly R[]) => void) | undefined
}

/** Out to Excel and back. The writer and the reader are fetched when they are first asked for. */
export function SheetMenu<R>({ job }: { readonly job: SheetJob<R> }) {
  const { t } = useTranslation('sheet')
  const { message } = App.useApp()
  const [open, setOpen] = useState(false)
  const save = async (rows: readonly R[], suffix: string) => {
    try {
      const { pagesOf } = await import('./book.ts')
      const pages = pagesOf({ name: job.name, columns: job.columns, rows })
      await saveWorkbook(`${job.name}${suffix}.xlsx`, pages)
    } catch {
      void message.error(t('failed'))
    }
  }
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            { key: 'export', label: t('export'), onClick: () => void save(job.rows, '') },
            { key: 'template', label: t('template'), onClick: () => void save([], '（空白模板）') },
            ...(job.replace ? [{ key: 'import', label: t('import'), onClick: () => setOpen(true) }] : []),
          ],
        }}
      >
        <Button>{t('menu')}</Button>
      </Dropdown>
      {open && (
        <Suspense>
          <ImportDialog job={job} close={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
