import { Modal, Radio } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { diff, merge, type Side } from '#forms/release'
import type { DraftBody } from '../../../functions/api/contract/index.ts'
import type { Clash } from './clash.ts'

type Props = {
  readonly clash: Clash
  readonly around: Readonly<Record<string, unknown>>
  readonly saving: boolean
  /** Saves what came out of both over what the other saved. */
  readonly settle: (document: unknown, theirs: DraftBody) => void
  /** Lets go of one's own work. */
  readonly take: () => void
  readonly close: () => void
}

/**
 * Somebody else saved the document meanwhile. What both changed in different places is put together; where both
 * changed the same place a person decides. Neither side's work is lost on the way.
 */
export function Conflict({ clash, around, saving, settle, take, close }: Props) {
  const { t } = useTranslation('studio')
  const { base, mine, theirs } = clash
  const [sides, setSides] = useState<Readonly<Record<string, Side>>>({})
  const { key } = theirs
  const words = useMemo(() => {
    const said = (from: unknown, to: unknown) =>
      diff({ [key]: from }, { [key]: to }, around).map((change) => change.words)
    const { document, conflicts } = merge(base, mine, theirs.document, () => 'theirs')
    return {
      theirs: said(base, theirs.document),
      mine: said(base, mine),
      asked: conflicts.map(({ pointer }) => ({
        pointer,
        words: said(
          document,
          merge(base, mine, theirs.document, (at) => (at === pointer ? 'mine' : 'theirs')).document,
        ),
      })),
    }
  }, [base, mine, theirs, key, around])
  const open = words.asked.filter(({ pointer }) => sides[pointer] === undefined).length
  const done = () =>
    settle(merge(base, mine, theirs.document, (at) => sides[at] ?? 'theirs').document, theirs)
  return (
    <Modal
      open
      width={760}
      title={t('editor.stale')}
      okText={t('clash.merge')}
      okButtonProps={{ disabled: open > 0 }}
      cancelText={t('clash.later')}
      confirmLoading={saving}
      mask={{ closable: false }}
      onOk={done}
      onCancel={close}
    >
      <p>{t(words.asked.length > 0 ? 'clash.ask' : 'clash.apart', { count: words.asked.length })}</p>
      {words.asked.map(({ pointer, words: lines }, index) => (
        <fieldset key={pointer} className="clash">
          <legend>{t('clash.place', { n: index + 1 })}</legend>
          <ul>
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <Radio.Group
            aria-label={t('clash.place', { n: index + 1 })}
            value={sides[pointer]}
            options={[
              { value: 'mine', label: t('clash.mine') },
              { value: 'theirs', label: t('clash.theirs') },
            ]}
            onChange={({ target }) => setSides((now) => ({ ...now, [pointer]: target.value }))}
          />
        </fieldset>
      ))}
      <Lines title={t('clash.theirChanges')} lines={words.theirs} open />
      <Lines title={t('clash.myChanges')} lines={words.mine} />
      <p>
        <button type="button" className="button quiet small" onClick={take}>
          {t('clash.drop')}
        </button>
      </p>
    </Modal>
  )
}

type LinesProps = { readonly title: string; readonly lines: readonly string[]; readonly open?: boolean }

const Lines = ({ title, lines, open = false }: LinesProps) => (
  <details open={open}>
    <summary>{`${title}（${lines.length}）`}</summary>
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  </details>
)
