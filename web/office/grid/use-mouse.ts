import { type RefObject, useRef } from 'react'
import type { EditorHandle } from './editor.tsx'
import { type At, type Cursor, single } from './move.ts'
import { useCoarse } from './scroll.ts'

type Places = {
  readonly frame: RefObject<HTMLDivElement | null>
  readonly editor: RefObject<EditorHandle | null>
  readonly cursor: Cursor
  readonly go: (cursor: Cursor) => void
  readonly drag: (cursor: Cursor) => void
}

/** Pressing chooses a cell, drawing a block, a double click edits; a finger edits by touching the chosen cell again. */
export function useMouse({ frame, editor, cursor, go, drag }: Places) {
  const from = useRef<At>(undefined)
  const again = useRef(false)
  const coarse = useCoarse()
  const cellOf = (event: React.MouseEvent): At | undefined => {
    const { target } = event
    if (!(target instanceof Element) || !frame.current?.contains(target)) return undefined
    const cell = target.closest<HTMLElement>('[data-row]')
    return cell ? { row: Number(cell.dataset['row']), column: Number(cell.dataset['column']) } : undefined
  }
  const isActive = (at: At) => at.row === cursor.at.row && at.column === cursor.at.column
  return {
    onMouseDown: (event: React.MouseEvent) => {
      const at = cellOf(event)
      if (!at || event.button !== 0) return
      if (isActive(at) && editor.current?.editing) return
      editor.current?.finish()
      again.current = isActive(at) && frame.current?.contains(document.activeElement) === true
      const isLink = event.target instanceof Element && event.target.closest('button, a, input') !== null
      if (!isLink) event.preventDefault()
      from.current = event.shiftKey ? cursor.at : at
      go(event.shiftKey ? { at: cursor.at, to: at } : single(at))
    },
    onMouseMove: (event: React.MouseEvent) => {
      if (event.buttons !== 1 || !from.current) return
      const at = cellOf(event)
      if (at && (at.row !== cursor.to.row || at.column !== cursor.to.column))
        drag({ at: from.current, to: at })
    },
    onMouseUp: () => {
      from.current = undefined
    },
    onClick: (event: React.MouseEvent) => {
      const at = cellOf(event)
      if (coarse && at && again.current && !editor.current?.editing) editor.current?.begin()
    },
    onDoubleClick: (event: React.MouseEvent) => {
      if (cellOf(event) && !editor.current?.editing) editor.current?.begin()
    },
  }
}
