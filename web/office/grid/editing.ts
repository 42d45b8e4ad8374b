import { type RefObject, useId, useLayoutEffect, useMemo, useState } from 'react'
import { BETWEEN, type Choice, cellText } from '#forms/sheet'
import type { GridColumn } from './column.ts'
import { matching, offered } from './options.ts'

/** A cell while something is typed into it. */
type Draft = {
  readonly text: string
  /** Begun by typing, so that the arrows leave the cell, as in Excel. */
  readonly fresh: boolean
  readonly highlighted: number
  readonly chosen: ReadonlySet<string>
  /** Whether the words were changed since it was opened; before that the whole list is offered. */
  readonly typed: boolean
}

type Wishes<R> = {
  readonly column: GridColumn<R>
  readonly row: R
  readonly locked: boolean
  /** What was typed before and not taken. */
  readonly before: string | undefined
  readonly commit: (text: string) => void
  readonly field: RefObject<HTMLTextAreaElement | null>
}

/**
 * Reading and editing of the active cell. One field holds the focus all the time, so that an input method for
 * Chinese is ready before the first key:
 *
 *   shown --type, compose--> editing (fresh) --Enter, Tab, arrow, leave--> taken
 *     |  --F2, double click--> editing       --Escape--> shown
 */
export function useCellEditing<R>({ column, row, locked, before, commit, field }: Wishes<R>) {
  const [draft, setDraft] = useState<Draft>()
  const id = useId()
  const shown = before ?? cellText(column, row)
  const options = useMemo(() => offered(column, row), [column, row])
  const several = column.kind === 'choices'
  const found = draft && options ? matching(options, draft.typed ? draft.text : '') : []
  const end = () => setDraft(undefined)

  useLayoutEffect(() => {
    // All of it is selected, so that the next key replaces it and Ctrl+C has something to copy.
    if (!draft && document.activeElement === field.current) field.current?.select()
  })

  const begin = (text: string, fresh: boolean) => {
    if (locked) return
    const at =
      column.kind === 'choice' ? (options?.findIndex(({ value }) => value === column.get(row)) ?? 0) : 0
    setDraft({
      text: several ? (fresh ? text : '') : text,
      fresh,
      highlighted: fresh ? 0 : Math.max(0, at),
      chosen: new Set(several ? column.get(row) : []),
      typed: fresh,
    })
  }
  const toggle = (value: string) =>
    setDraft((now) => {
      if (!now) return now
      const chosen = new Set(now.chosen)
      if (!chosen.delete(value)) chosen.add(value)
      return { ...now, chosen, text: '', typed: false }
    })
  const take = (text: string) => {
    end()
    commit(text)
  }
  /** Takes what stands in the cell; does nothing when nothing is edited. */
  const finish = () => {
    if (!draft) return
    if (several) {
      const chosen = options?.filter(({ value }) => draft.chosen.has(value)).map(({ value }) => value) ?? []
      return take(draft.typed && draft.text.trim() !== '' ? draft.text : chosen.join(BETWEEN))
    }
    const pick =
      options && draft.typed && draft.text.trim() !== '' ? found[0] && found[draft.highlighted] : undefined
    if (options && !draft.typed) return take(found[draft.highlighted]?.value ?? draft.text)
    take(pick?.value ?? draft.text)
  }
  return {
    editing: draft !== undefined,
    fresh: draft?.fresh ?? false,
    value: draft ? draft.text : shown,
    list: draft && options ? { id, options: found, highlighted: draft.highlighted } : undefined,
    all: options ?? ([] as readonly Choice[]),
    chosen: several ? draft?.chosen : undefined,
    shown,
    begin,
    type: (text: string) =>
      draft ? setDraft({ ...draft, text, typed: true, highlighted: 0 }) : begin(text, true),
    highlight: (step: number) =>
      draft &&
      setDraft({ ...draft, highlighted: Math.max(0, Math.min(found.length - 1, draft.highlighted + step)) }),
    /** Turns the highlighted choice on or off. */
    turn: () => {
      const option = found[draft?.highlighted ?? 0]
      if (option) toggle(option.value)
    },
    pick: (value: string) => (several ? toggle(value) : take(value)),
    finish,
    cancel: end,
  }
}
