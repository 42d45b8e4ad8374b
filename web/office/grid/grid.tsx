import './grid.css'
import { useEffect, useId, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Bulk } from './bulk.tsx'
import { type GridProps, type Mark, widthOf } from './column.ts'
import { Editor, type EditorHandle } from './editor.tsx'
import { Heading } from './heading.tsx'
import { isInside, rangeOf, single } from './move.ts'
import { Part } from './part.tsx'
import { type Layout, Row } from './row.tsx'
import { useRowHeight, useWindow } from './scroll.ts'
import { Status } from './status.tsx'
import { Tools } from './tools.tsx'
import { useCommands } from './use-commands.ts'
import { useGrid } from './use-grid.ts'
import { useMouse } from './use-mouse.ts'
import { cellKey } from './write.ts'

const GUTTER = 68

/** A table that behaves like Excel. Only the rows in view are drawn; the first column stays in view. */
export function Grid<R>(props: GridProps<R>) {
  const { rows, columns, rowKey, change, marks, actions } = props
  const { t } = useTranslation('grid')
  const state = useGrid(props)
  const { cursor, shown, misfits } = state
  const frame = useRef<HTMLDivElement>(null)
  const editor = useRef<EditorHandle>(null)
  const wanted = useRef(false)
  const status = useId()
  const height = useRowHeight()
  const head = height + 4
  const layout: Layout = useMemo(() => {
    const lefts = [GUTTER]
    for (const column of columns) lefts.push((lefts.at(-1) ?? 0) + widthOf(column))
    const own = (actions?.width ?? 0) * (height > 48 ? 1.25 : 1)
    return { lefts, gutter: GUTTER, height, actions: own, total: (lefts.at(-1) ?? 0) + own }
  }, [columns, height, actions?.width])
  const commands = useCommands(props, state, { frame, editor, wanted, layout, head })
  const mouse = useMouse({ frame, editor, cursor, go: commands.go, drag: state.setCursor })
  const seen = useWindow(frame, height, shown.length)
  const range = rangeOf(cursor)
  const marked = useMemo(() => Map.groupBy(marks ?? [], ({ row }: Mark) => row), [marks])

  const { goTo } = props
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new wish moves the cursor.
  useEffect(() => {
    if (!goTo) return
    const row = shown.findIndex((at) => {
      const one = rows[at]
      return one !== undefined && rowKey(one) === goTo.row
    })
    if (row < 0) return
    const column = Math.max(
      0,
      columns.findIndex(({ id }) => id === goTo.column),
    )
    commands.go(single({ row, column }))
  }, [goTo])

  const current = rows[shown[cursor.at.row] ?? -1]
  // biome-ignore lint/correctness/useExhaustiveDependencies: told when the row changes, not when the listener does.
  useEffect(() => props.active?.(current), [current])

  // The active row is always drawn, or scrolling it away would lose the focus.
  const places = Array.from({ length: Math.max(0, seen.last - seen.first + 1) }, (_, n) => seen.first + n)
  if (shown.length > 0 && !places.includes(cursor.at.row)) places.push(cursor.at.row)
  const [first] = state.targets
  const writable = columns.filter((column) => state.targets.some(({ row }) => state.mayWrite(row, column)))
  const bulk = change && first && (state.picked.size > 0 || range.bottom > range.top)
  return (
    <div className="grid">
      <Tools
        view={state.view}
        look={state.look}
        shown={shown.length}
        count={rows.length}
        add={change && props.create && commands.add}
      >
        {props.tools}
      </Tools>
      <Part
        ref={frame}
        role="grid"
        tabIndex={-1}
        aria-label={props.label}
        aria-rowcount={shown.length + 1}
        aria-colcount={columns.length + (actions ? 2 : 1)}
        aria-multiselectable
        aria-readonly={change === undefined}
        className="grid-frame"
        onCopy={commands.onCopy}
        onCut={commands.onCut}
        onPaste={commands.onPaste}
        {...mouse}
      >
        <div
          className="grid-space"
          style={{ height: head + Math.max(1, shown.length) * height, width: layout.total }}
        >
          <Heading
            columns={columns}
            layout={layout}
            head={head}
            range={range}
            state={state}
            actions={actions !== undefined}
            back={(column) => commands.go(single({ row: 0, column }))}
          />
          {places.map((place) => {
            const row = rows[shown[place] ?? -1]
            if (row === undefined) return null
            const name = rowKey(row)
            const active = place === cursor.at.row ? cursor.at.column : -1
            const column = columns[active]
            const misfit = column && misfits.get(cellKey(name, column.id))
            const selected = isInside(range, place, range.left)
            return (
              <Row
                key={name}
                row={row}
                name={name}
                place={place}
                columns={columns}
                layout={layout}
                head={head}
                left={selected ? range.left : -1}
                right={selected ? range.right : -2}
                picked={state.picked.has(name)}
                pick={commands.pick}
                mayWrite={state.mayWrite}
                marks={marked.get(name)}
                misfits={misfits}
                active={active}
                actions={actions?.draw(row)}
                editor={
                  column && (
                    <Editor
                      key={column.id}
                      column={column}
                      row={row}
                      locked={!state.mayWrite(row, column)}
                      label={t('cell', { column: column.title, row: place + 1 })}
                      described={status}
                      invalid={misfit !== undefined}
                      before={misfit?.typed || undefined}
                      handle={editor}
                      wanted={wanted}
                      commit={commands.commit}
                      navigate={commands.navigate}
                    />
                  )
                }
              />
            )
          })}
          {shown.length === 0 && (
            <p className="grid-empty" style={{ top: head }}>
              {rows.length === 0 ? props.empty : t('nothing')}
            </p>
          )}
        </div>
      </Part>
      {bulk && (
        <Bulk
          count={state.targets.length}
          sample={first.row}
          columns={writable}
          apply={commands.set}
          duplicate={props.duplicate && commands.duplicate}
          remove={props.removable ? commands.remove : undefined}
          close={() => {
            state.setPicked(new Set())
            state.setCursor(single(cursor.at))
          }}
        />
      )}
      <Status id={status} state={state} columns={columns} rowKey={rowKey} marks={marked} go={commands.go} />
    </div>
  )
}
