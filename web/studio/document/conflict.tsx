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

/** Two bulk edits can meet in thousands of places, and each takes a comparison of the whole to be told in words. */
const atOnce = 10

/**
 * Somebody else saved the document meanwhile. What both changed in different places is put together; where both
 * changed the same place a person decides. Neither side's work is lost on the way.
 */
export function Conflict({ clash, around, saving, settle, take, close }: Props) {
  const { t } = useTranslation('studio')
  const { base, mine, theirs } = clash
  const [sides, setSides] = useState<Readonly<Record<string, Side>>>({})
  const { key } = theirs
  const [shown, setShown] = useState(atOnce)
  const clashing = useMemo(() => {
    const said = (from: unknown, to: unknown) =>
      diff({ [key]: from }, { [key]: to }, around).map((change) => change.words)
    const { document, conflicts } = merge(base, mine, theirs.document, () => 'theirs')
    return {
      theirs: said(base, theirs.document),
      mine: said(base, mine),
      pointers: conflicts.map(({ pointer }) => pointer),
      wordsOf: (pointer: string) =>
        said(
          document,
          merge(base, mine, theirs.document, (at) => (at === pointer ? 'mine' : 'theirs')).document,
        ),
    }
  }, [base, mine, theirs, key, around])
  const { pointers } = clashing
  const open = pointers.filter((pointer) => sides[pointer] === undefined).length
  const choose = (side: Side, places: readonly string[]) =>
    setSides((now) => ({ ...Object.fromEntries(places.map((pointer) => [pointer, side])), ...now }))
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
      <p>{t(pointers.length > 0 ? 'clash.ask' : 'clash.apart', { count: pointers.length })}</p>
      {pointers.slice(0, shown).map((pointer, index) => (
        <Question
          key={pointer}
          n={index + 1}
          pointer={pointer}
          wordsOf={clashing.wordsOf}
          side={sides[pointer]}
          choose={(side) => setSides((now) => ({ ...now, [pointer]: side }))}
        />
      ))}
      {pointers.length > atOnce && (
        <p className="clash-rest">
          {shown < pointers.length && (
            <button type="button" className="button small" onClick={() => setShown(shown + atOnce)}>
              {t('clash.more', { count: pointers.length - shown })}
            </button>
          )}
          {open > 0 && (
            <>
              <button type="button" className="button quiet small" onClick={() => choose('mine', pointers)}>
                {t('clash.restMine', { count: open })}
              </button>
              <button type="button" className="button quiet small" onClick={() => choose('theirs', pointers)}>
                {t('clash.restTheirs', { count: open })}
              </button>
            </>
          )}
        </p>
      )}
      <Lines title={t('clash.theirChanges')} lines={clashing.theirs} open />
      <Lines title={t('clash.myChanges')} lines={clashing.mine} />
      <p>
        <button type="button" className="button quiet small" onClick={take}>
          {t('clash.drop')}
        </button>
      </p>
    </Modal>
  )
}

type QuestionProps = {
  readonly n: number
  readonly pointer: string
  readonly wordsOf: (pointer: string) => readonly string[]
  readonly side: Side | undefined
  readonly choose: (side: Side) => void
}

const Question = ({ n, pointer, wordsOf, side, choose }: QuestionProps) => {
  const { t } = useTranslation('studio')
  const lines = useMemo(() => wordsOf(pointer), [wordsOf, pointer])
  return (
    <fieldset className="clash">
      <legend>{t('clash.place', { n })}</legend>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <Radio.Group
        aria-label={t('clash.place', { n })}
        value={side}
        options={[
          { value: 'mine', label: t('clash.mine') },
          { value: 'theirs', label: t('clash.theirs') },
        ]}
        onChange={({ target }) => choose(target.value)}
      />
    </fieldset>
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
