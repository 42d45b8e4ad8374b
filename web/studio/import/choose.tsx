import { Button, Input } from 'antd'
import { useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ReadingProgress, saveWorkbook, useReading } from '../../office/workbook/index.ts'
import type { Failure, Imported } from './imported.ts'
import { readJson, textMost } from './read-json.ts'
import { readList, rowsMost } from './read-list.ts'
import { templatePages } from './template.ts'
import { imports as words } from './zh.ts'

type Props = { readonly read: (one: Imported | Failure) => void }

/** Where a form comes from: a file that is chosen or dropped, or a text that is pasted. */
export function Choose({ read }: Props) {
  const { t } = useTranslation('workshop')
  const [text, setText] = useState('')
  const [busy, setBusy] = useState(false)
  const { reading, read: readBook, stop } = useReading({ names: [words.template.sheet], most: rowsMost })
  const [over, setOver] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const lead = useId()
  const failed = (failed: string) => read({ failed, lines: [] })
  const takeList = async (file: File) => {
    const outcome = await readBook(file)
    if (outcome?.kind === 'sheet') read(readList(outcome.sheet, file.name))
    else if (outcome) failed(t('imports.faults.unreadable', { ...outcome, name: file.name }))
  }
  const takeJson = async (file: File) =>
    file.size > textMost ? failed(t('imports.faults.large')) : read(readJson(await file.text(), file.name))
  const take = async (file: File | undefined) => {
    if (!file) return
    setBusy(true)
    try {
      if (/\.json$/i.test(file.name) || file.type === 'application/json') await takeJson(file)
      else if (/\.(xlsx|xls)$/i.test(file.name)) await takeList(file)
      else failed(t('imports.faults.kind'))
    } catch {
      failed(t('imports.faults.unread'))
    } finally {
      setBusy(false)
      if (input.current) input.current.value = ''
    }
  }
  return (
    <div className="import-choose">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is one more way besides the button inside */}
      <div
        className={over ? 'import-drop over' : 'import-drop'}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault()
          setOver(false)
          void take(event.dataTransfer.files[0])
        }}
      >
        <input
          ref={input}
          className="visually-hidden"
          type="file"
          tabIndex={-1}
          accept=".json,.xlsx,.xls,application/json"
          aria-label={t('imports.file')}
          onChange={({ target }) => void take(target.files?.[0])}
        />
        <Button type="primary" loading={busy} onClick={() => input.current?.click()} aria-describedby={lead}>
          {busy ? t('imports.reading') : t('imports.file')}
        </Button>
        <ReadingProgress reading={reading} stop={stop} />
        <p id={lead}>{t('imports.fileLead')}</p>
        <p className="muted">{t('imports.drop')}</p>
        <Button type="link" onClick={() => void saveWorkbook(words.template.file, templatePages())}>
          {t('imports.saveTemplate')}
        </Button>
      </div>
      <Input.TextArea
        aria-label={t('imports.paste')}
        placeholder={t('imports.paste')}
        rows={4}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <Button disabled={text.trim() === ''} onClick={() => read(readJson(text))}>
        {t('imports.read')}
      </Button>
    </div>
  )
}
