import { use, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Component } from '#forms/definition'
import { ChoicesContext } from './choices.ts'
import { fieldId, useField, useForm, useFormState, useTally } from './context.ts'
import { Nodes } from './node.tsx'
import { words } from './options.ts'
import { isBelow } from './path.ts'
import { Reveal } from './reveal.tsx'
import { summaryOf } from './row-summary.ts'

type Removed = { readonly at: number; readonly row: unknown }

/** Rows of an edit grid (folded, one open at a time) or a data grid (all open). A removed row can be brought back. */
export function Rows({ component, path }: { readonly component: Component; readonly path: string }) {
  const { t } = useTranslation('form')
  const { value, error, set, leave } = useField(path)
  const store = useForm()
  const rows: readonly unknown[] = Array.isArray(value) ? value : []
  const folding = component.type === 'editgrid'
  const [open, setOpen] = useState<number>()
  const [removed, setRemoved] = useState<Removed>()
  const goal = useFormState((state) => state.goal)
  useEffect(() => {
    const at = goal?.path.startsWith(`${path}[`) ? Number.parseInt(goal.path.slice(path.length + 1), 10) : -1
    if (at >= 0) setOpen(at)
  }, [goal, path])
  const id = fieldId(path)
  const max = Math.min(Number(component.validate?.maxLength) || 100, 200)
  const label = words(component.label)

  const add = () => {
    set([...rows, {}])
    setOpen(rows.length)
    setRemoved(undefined)
  }
  const remove = (at: number) => {
    set(rows.filter((_, index) => index !== at))
    setRemoved({ at, row: rows[at] })
    setOpen(undefined)
    leave()
  }
  const undo = ({ at, row }: Removed) => {
    set([...rows.slice(0, at), row, ...rows.slice(at)])
    setRemoved(undefined)
  }
  const close = (at: number) => {
    // From now on this row says what is missing in it.
    const below = [...store.read().errors.keys()].filter((one) => isBelow(one, `${path}[${at}]`))
    store.show(below)
    setOpen(undefined)
  }

  return (
    <fieldset className="question rows" id={id} tabIndex={-1} aria-describedby={error && `${id}-error`}>
      <legend>
        <span className="question-label">
          {label}
          {component.validate?.required === true && <span className="required">{t('required')}</span>}
          {rows.length > 0 && <span className="tag">{t('rows', { count: rows.length })}</span>}
        </span>
      </legend>
      {words(component['description']) && <p className="hint">{words(component['description'])}</p>}
      {rows.length === 0 && !removed && <p className="hint">{t('noRows')}</p>}
      <ol className="row-list">
        {rows.map((_, at) => (
          // A row has no identity of its own; every control in it is driven by its path.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <li key={at}>
            {removed?.at === at && <Undo removed={removed} undo={undo} />}
            <Row
              component={component}
              path={`${path}[${at}]`}
              at={at}
              open={!folding || open === at}
              folding={folding}
              edit={() => setOpen(at)}
              done={() => close(at)}
              remove={() => remove(at)}
            />
          </li>
        ))}
      </ol>
      {removed && removed.at >= rows.length && <Undo removed={removed} undo={undo} />}
      <button type="button" className="button quiet" disabled={rows.length >= max} onClick={add}>
        {words(component['addAnother']) || (label ? t('addRow', { label }) : t('addAny'))}
      </button>
      {rows.length >= max && <p className="hint">{t('rowsFull', { max })}</p>}
      <Reveal open={error !== undefined}>
        <p className="error" id={`${id}-error`}>
          {error}
        </p>
      </Reveal>
    </fieldset>
  )
}

function Undo({ removed, undo }: { readonly removed: Removed; readonly undo: (removed: Removed) => void }) {
  const { t } = useTranslation('form')
  return (
    <p className="undo" role="status">
      {t('rowRemoved', { n: removed.at + 1 })}
      <button type="button" className="text-button" onClick={() => undo(removed)}>
        {t('undo')}
      </button>
    </p>
  )
}

type RowProps = {
  readonly component: Component
  readonly path: string
  readonly at: number
  readonly open: boolean
  readonly folding: boolean
  readonly edit: () => void
  readonly done: () => void
  readonly remove: () => void
}

function Row({ component, path, at, open, folding, edit, done, remove }: RowProps) {
  const { t } = useTranslation('form')
  const choices = use(ChoicesContext)
  const { value } = useField(path)
  const tally = useTally(path, (one) => isBelow(one, path))
  return (
    <div className="row">
      <div className="row-head">
        <h4>{t('row', { n: at + 1 })}</h4>
        {typeof tally === 'number' && <span className="tag bad">{t('rowWrong', { count: tally })}</span>}
        <button type="button" className="text-button danger" onClick={remove}>
          {t('removeRow')}
          <span className="visually-hidden">{t('row', { n: at + 1 })}</span>
        </button>
      </div>
      {!open && <p className="row-summary">{summaryOf(component, value, choices) || t('empty')}</p>}
      <Reveal open={open}>
        <div className="group">
          <Nodes components={component.components ?? []} prefix={path} />
        </div>
      </Reveal>
      {folding && (
        <button type="button" className="button quiet small" onClick={open ? done : edit}>
          {open ? t('doneRow') : t('editRow')}
          <span className="visually-hidden">{t('row', { n: at + 1 })}</span>
        </button>
      )}
    </div>
  )
}
