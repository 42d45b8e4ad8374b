import { useImperativeHandle, useLayoutEffect, useRef } from 'react'
import { flushSync } from 'react-dom'
import type { GridColumn } from './column.ts'
import { useCellEditing } from './editing.ts'
import { ListBox } from './list-box.tsx'
import { useCoarse } from './scroll.ts'

/** What the table asks of the cell that is active. */
export type EditorHandle = {
  /** Takes what is being typed before the cell is left. */
  readonly finish: () => void
  readonly begin: () => void
  readonly focus: () => void
  readonly editing: boolean
}

type Props<R> = {
  readonly column: GridColumn<R>
  readonly row: R
  readonly locked: boolean
  readonly label: string
  readonly described: string
  readonly invalid: boolean
  readonly before: string | undefined
  readonly handle: React.RefObject<EditorHandle | null>
  /** Whether the focus should go here as it appears. */
  readonly wanted: React.RefObject<boolean>
  readonly commit: (text: string) => void
  /** A key that is none of the cell's own; true when the table took it. */
  readonly navigate: (event: React.KeyboardEvent) => void
}

/** The field of the active cell: unseen until something is typed, and always in focus. */
export function Editor<R>({
  handle,
  wanted,
  commit,
  navigate,
  label,
  described,
  invalid,
  ...cell
}: Props<R>) {
  const field = useRef<HTMLTextAreaElement>(null)
  const coarse = useCoarse()
  const edit = useCellEditing({ ...cell, commit, field })
  const { column, row, locked } = cell
  const begin = () => {
    if (column.open) return column.open(row)
    // At once, so that the next key is added to the words and does not replace them.
    flushSync(() => edit.begin(edit.shown, false))
    field.current?.setSelectionRange(edit.shown.length, edit.shown.length)
  }
  const focus = () => {
    field.current?.focus({ preventScroll: true })
    field.current?.select()
  }
  useImperativeHandle(handle, () => ({ finish: edit.finish, begin, focus, editing: edit.editing }))
  useLayoutEffect(() => {
    if (!wanted.current) return
    wanted.current = false
    field.current?.focus({ preventScroll: true })
  }, [wanted])

  const keyDown = (event: React.KeyboardEvent<HTMLTextAreaElement>) => {
    // Keys of an input method are its own until the words are chosen.
    if (event.nativeEvent.isComposing) return
    const { key } = event
    if (!edit.editing) {
      if (key === 'F2' || (key === 'Enter' && column.open)) {
        event.preventDefault()
        begin()
      } else navigate(event)
      return
    }
    if ((event.ctrlKey || event.metaKey) && key === 's') return flushSync(edit.finish)
    if (key === 'Escape') {
      event.stopPropagation()
      return edit.cancel()
    }
    if (edit.list && (key === 'ArrowDown' || key === 'ArrowUp')) {
      event.preventDefault()
      return edit.highlight(key === 'ArrowDown' ? 1 : -1)
    }
    if (edit.chosen && key === ' ') {
      event.preventDefault()
      return edit.turn()
    }
    if (key === 'Enter' && event.altKey && column.kind === 'text') {
      event.preventDefault()
      const { selectionStart, selectionEnd, value } = event.currentTarget
      return edit.type(`${value.slice(0, selectionStart)}\n${value.slice(selectionEnd)}`)
    }
    const leaves = key === 'Enter' || key === 'Tab' || (edit.fresh && /^Arrow|^Page/.test(key))
    if (!leaves) return
    edit.finish()
    navigate(event)
  }
  const { list } = edit
  return (
    <>
      <textarea
        ref={field}
        className={`grid-field${edit.editing ? ' editing' : ''}${isRight(column) ? ' right' : ''}`}
        rows={1}
        value={edit.value}
        readOnly={locked}
        aria-label={label}
        aria-describedby={described}
        aria-invalid={invalid}
        {...(list && {
          role: 'combobox',
          'aria-expanded': true,
          'aria-controls': list.id,
          'aria-autocomplete': 'list' as const,
          ...(list.options.length > 0 && { 'aria-activedescendant': `${list.id}-${list.highlighted}` }),
        })}
        // A finger that only chooses a cell must not raise the keyboard over the table.
        inputMode={
          coarse && !edit.editing
            ? 'none'
            : column.kind === 'money' || column.kind === 'number'
              ? 'decimal'
              : 'text'
        }
        spellCheck={false}
        autoComplete="off"
        onChange={({ target }) => edit.type(target.value)}
        onKeyDown={keyDown}
        onFocus={({ target }) => edit.editing || target.select()}
        onBlur={edit.finish}
      />
      {list && (
        <ListBox
          id={list.id}
          label={column.title}
          options={list.options}
          all={edit.all}
          highlighted={list.highlighted}
          chosen={edit.chosen}
          anchor={field}
          pick={edit.pick}
        />
      )}
    </>
  )
}

export const isRight = ({ kind }: { readonly kind: string }): boolean => kind === 'money' || kind === 'number'
