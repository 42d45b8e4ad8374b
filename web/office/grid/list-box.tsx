import { type RefObject, useLayoutEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { type Choice, wordOf } from '#forms/sheet'

type Props = {
  readonly id: string
  readonly label: string
  readonly options: readonly Choice[]
  readonly all: readonly Choice[]
  readonly highlighted: number
  /** Chosen ones where several may be; undefined where one is. */
  readonly chosen: ReadonlySet<string> | undefined
  readonly anchor: RefObject<HTMLElement | null>
  readonly pick: (value: string) => void
}

const MOST = 280

/** The choices under the cell that is edited. It never takes the focus, so that typing goes on. */
export function ListBox({ id, label, options, all, highlighted, chosen, anchor, pick }: Props) {
  const { t } = useTranslation('grid')
  const [place, setPlace] = useState<React.CSSProperties>({ visibility: 'hidden' })
  const list = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const box = anchor.current?.getBoundingClientRect()
    if (!box) return
    const below = window.innerHeight - box.bottom
    const width = Math.max(box.width, 220)
    setPlace({
      left: Math.max(4, Math.min(box.left, window.innerWidth - width - 4)),
      minWidth: width,
      ...(below > MOST || below > box.top
        ? { top: box.bottom, maxHeight: Math.min(MOST, below - 8) }
        : { bottom: window.innerHeight - box.top, maxHeight: Math.min(MOST, box.top - 8) }),
    })
  }, [anchor])
  useLayoutEffect(() => {
    list.current?.children[highlighted]?.scrollIntoView({ block: 'nearest' })
  }, [highlighted])
  return createPortal(
    <div
      className="grid-list"
      style={place}
      ref={list}
      id={id}
      role="listbox"
      aria-label={label}
      aria-multiselectable={chosen !== undefined}
      onMouseDown={(event) => event.preventDefault()}
    >
      {options.map((option, at) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the cell above, which keeps the focus.
        <div
          key={option.value}
          id={`${id}-${at}`}
          role="option"
          tabIndex={-1}
          className={at === highlighted ? 'grid-option highlighted' : 'grid-option'}
          aria-selected={chosen ? chosen.has(option.value) : at === highlighted}
          onClick={() => pick(option.value)}
        >
          {chosen && <span className="grid-tick">{chosen.has(option.value) ? '☑' : '☐'}</span>}
          {wordOf(all, option.value)}
        </div>
      ))}
      {options.length === 0 && (
        <div role="option" tabIndex={-1} aria-selected={false} aria-disabled className="grid-option">
          {t('noChoice')}
        </div>
      )}
    </div>,
    document.body,
  )
}
