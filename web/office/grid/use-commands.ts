import { type RefObject, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { cellText } from '#forms/sheet'
import type { GridColumn, GridProps } from './column.ts'
import type { EditorHandle } from './editor.tsx'
import { type Cursor, clamp, moved, rangeOf, single } from './move.ts'
import type { Layout } from './row.tsx'
import { reveal } from './scroll.ts'
import { fromTsv, toHtml, toTsv } from './tsv.ts'
import type { GridState } from './use-grid.ts'
import { cellsOf, paste, writeCells } from './write.ts'

type Places = {
  readonly frame: RefObject<HTMLDivElement | null>
  readonly editor: RefObject<EditorHandle | null>
  /** Set when the focus should follow the cursor to a new cell. */
  readonly wanted: RefObject<boolean>
  readonly layout: Layout
  readonly head: number
}

/** What keys, the clipboard and buttons do to a table. Each change is one step of undo. */
export function useCommands<R>(props: GridProps<R>, state: GridState<R>, places: Places) {
  const { change, create, duplicate, rowKey, mayChange, undo, redo } = props
  const { frame, editor, wanted, layout, head } = places
  const { cursor, size } = state
  const { t } = useTranslation('grid')
  const last = useRef<string>(undefined)

  const go = (next: Cursor) => {
    const same = next.at.row === cursor.at.row && next.at.column === cursor.at.column
    if (same) editor.current?.focus()
    else wanted.current = true
    state.setCursor(next)
    state.say('')
    if (frame.current)
      reveal(frame.current, next.to, {
        height: layout.height,
        head,
        lefts: layout.lefts,
        still: layout.lefts[1] ?? 0,
        actions: layout.actions,
      })
  }
  const rowAt = (place: number): R | undefined => {
    const { rows, shown } = state.table()
    const at = shown[place]
    return at === undefined ? undefined : rows[at]
  }
  const range = () => rangeOf(cursor)
  const clear = () =>
    state.put(
      writeCells(
        state.table(),
        cellsOf(state.table(), range(), () => ''),
      ),
      false,
    )
  const block = (): readonly (readonly string[])[] => {
    const { top, bottom, left, right } = range()
    const columns = props.columns.slice(left, right + 1)
    return Array.from({ length: bottom - top + 1 }, (_, n) => {
      const row = rowAt(top + n)
      return row === undefined ? [] : columns.map((column) => cellText(column, row))
    })
  }
  const copy = (event: React.ClipboardEvent) => {
    const cells = block()
    event.clipboardData.setData('text/plain', toTsv(cells))
    event.clipboardData.setData('text/html', toHtml(cells))
    event.preventDefault()
    state.say(t('done.copied', { count: cells.reduce((sum, row) => sum + row.length, 0) }))
  }
  const isOwn = (event: React.SyntheticEvent) =>
    event.target instanceof Node && frame.current?.contains(event.target) && !editor.current?.editing

  /** The cells of the first selected row go into the others, as Ctrl+D does in Excel. */
  const fillDown = () => {
    const { top, bottom, left, right } = range()
    const source = rowAt(top)
    if (source === undefined || bottom === top) return
    const text = (column: number) => {
      const one = props.columns[column]
      return one ? cellText(one, source) : ''
    }
    const cells = cellsOf(state.table(), { top: top + 1, bottom, left, right }, ({ column }) => text(column))
    state.put(writeCells(state.table(), cells))
  }
  const pick = (name: string, through: boolean) => {
    const { rows, shown } = state.table()
    const names = shown.flatMap((at) => {
      const row = rows[at]
      return row === undefined ? [] : [rowKey(row)]
    })
    const [from, to] = [names.indexOf(through ? (last.current ?? name) : name), names.indexOf(name)]
    last.current = name
    state.setPicked((before) => {
      const next = new Set(before)
      const on = !before.has(name)
      for (const one of names.slice(Math.min(from, to), Math.max(from, to) + 1))
        if (on) next.add(one)
        else next.delete(one)
      return next
    })
  }
  const step = (way: (() => void) | undefined) => {
    if (!way) return
    state.dropMisfits()
    state.say('')
    way()
  }

  const navigate = (event: React.KeyboardEvent) => {
    const { key } = event
    const control = event.ctrlKey || event.metaKey
    const done = () => event.preventDefault()
    if (key === 'Escape') return frame.current?.focus()
    if (key === 'ArrowUp' && !control && !event.shiftKey && cursor.at.row === 0) {
      done()
      return frame.current?.querySelectorAll<HTMLElement>('.grid-filter')[cursor.at.column]?.focus()
    }
    const next = event.altKey
      ? undefined
      : moved(cursor, event, size, pageOf(frame.current, layout.height, head))
    if (next) {
      done()
      return go(next)
    }
    const letter = control && !event.altKey ? key.toLowerCase() : ''
    if (letter === 'z' && !event.shiftKey) return [done(), step(undo)]
    if (letter === 'y' || (letter === 'z' && event.shiftKey)) return [done(), step(redo)]
    if (letter === 'd') return [done(), fillDown()]
    if (letter === 'a') {
      done()
      return go(whole(size))
    }
    if (key === ' ' && event.shiftKey) {
      done()
      const row = rowAt(cursor.at.row)
      return row === undefined ? undefined : pick(rowKey(row), false)
    }
    if (change && (key === 'Delete' || key === 'Backspace')) return [done(), clear()]
    return undefined
  }

  return {
    go,
    navigate,
    pick,
    commit: (text: string) => {
      const { top, left } = { top: cursor.at.row, left: cursor.at.column }
      const row = rowAt(top)
      const column = props.columns[left]
      if (row === undefined || !column) return
      const known = state.misfits.has(`${rowKey(row)}\n${column.id}`)
      if (!known && text === cellText(column, row)) return
      const at = { top, bottom: top, left, right: left }
      state.put(
        writeCells(
          state.table(),
          cellsOf(state.table(), at, () => text),
        ),
        false,
      )
    },
    onCopy: (event: React.ClipboardEvent) => isOwn(event) && copy(event),
    onCut: (event: React.ClipboardEvent) => {
      if (!isOwn(event)) return
      copy(event)
      if (change) clear()
    },
    onPaste: (event: React.ClipboardEvent) => {
      if (!isOwn(event)) return
      event.preventDefault()
      const cells = fromTsv(event.clipboardData.getData('text/plain'))
      if (!change || cells.length === 0) return
      const { top, left } = range()
      const written = paste(state.table(), cells, range())
      state.put(written)
      const width = Math.max(...cells.map((row) => row.length))
      const to = { row: top + cells.length - 1, column: left + width - 1 }
      state.setCursor({
        at: { row: top, column: left },
        to: clamp(to, { ...size, rows: size.rows + written.added }),
      })
    },
    add: () => {
      if (!create) return
      const { rows } = state.table()
      const row = create(rows)
      state.replace([...rows, row])
      go(single({ row: size.rows, column: 0 }))
    },
    duplicate: () => {
      if (!duplicate) return
      const { rows } = state.table()
      const taken = new Set(state.targets.map(({ at }) => at))
      const next: R[] = [...rows]
      const copies = new Map<number, R>()
      for (const { at, row } of state.targets) {
        const one = duplicate(row, next)
        next.push(one)
        copies.set(at, one)
      }
      state.replace(rows.flatMap((row, at) => (taken.has(at) ? [row, copies.get(at) as R] : [row])))
    },
    remove: () => {
      const allowed = state.targets.filter(({ row }) => mayChange?.(row) ?? true)
      const gone = new Set(allowed.map(({ at }) => at))
      state.setPicked(new Set())
      if (gone.size > 0) state.replace(state.table().rows.filter((_, at) => !gone.has(at)))
      const locked = state.targets.length - gone.size
      state.say(locked > 0 ? t('done.lockedRows', { count: locked }) : '')
    },
    set: (column: GridColumn<R>, text: string) => {
      const at = props.columns.indexOf(column)
      state.put(
        writeCells(
          state.table(),
          state.targets.map((one) => ({ row: one.at, column: at, value: text })),
        ),
      )
    },
  }
}

const whole = ({ rows, columns }: { readonly rows: number; readonly columns: number }): Cursor => ({
  at: { row: 0, column: 0 },
  to: { row: rows - 1, column: columns - 1 },
})

const pageOf = (frame: HTMLElement | null, height: number, head: number): number =>
  Math.max(1, Math.floor(((frame?.clientHeight ?? 0) - head) / height) - 1)
