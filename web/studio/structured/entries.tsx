import { Button, Input, Popconfirm } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SourceMark } from '../source-mark.tsx'
import { useDesk } from './desk.ts'
import { Group, ruleOf } from './group.tsx'
import { entriesAt, type Place, pointerOf, valueAt, withMoved, withoutEntry, withValue } from './place.ts'
import { blank, type Shape } from './shape.ts'

/** Longer lists can be searched, and show this many at first. */
const few = 20

type Props = {
  readonly item: Shape
  readonly place: Place
  readonly label: string
  readonly optional: boolean
}

/** A list of objects: each a line that opens. New ones get a name for the system that nobody has to think up. */
export function Entries({ item, place, label, optional }: Props) {
  const { t } = useTranslation('studio')
  const { document, readOnly, write } = useDesk()
  const [sought, setSought] = useState('')
  const [all, setAll] = useState(false)
  const [added, setAdded] = useState<number>()
  const entries = entriesAt(document, place)
  const wanted = sought.trim()
  const matching = entries
    .map((entry, index) => ({ entry, index }))
    .filter(({ entry }) => wanted === '' || JSON.stringify(entry).includes(wanted))
  const shown = all || matching.length <= few ? matching : matching.slice(0, few)
  const add = () => {
    setAll(true)
    setAdded(entries.length)
    write(withValue(document, [...place, entries.length], fresh(item, entries)))
  }
  const remove = (index: number) =>
    write(
      entries.length === 1 && optional
        ? withValue(document, place, undefined)
        : withoutEntry(document, place, index),
    )
  return (
    <div className="structured-entries">
      {entries.length > few && (
        <Input.Search
          aria-label={t('structured.find', { count: entries.length })}
          placeholder={t('structured.find', { count: entries.length })}
          allowClear
          onChange={({ target }) => setSought(target.value)}
        />
      )}
      {entries.length === 0 && <p className="muted">{t('structured.empty')}</p>}
      {shown.map(({ entry, index }) => (
        <Entry
          key={keyOf(entry, index)}
          item={item}
          entry={entry}
          place={[...place, index]}
          opened={index === added}
          last={index === entries.length - 1}
          move={(by) => write(withMoved(document, place, index, by))}
          remove={() => remove(index)}
        />
      ))}
      {shown.length < matching.length && (
        <Button onClick={() => setAll(true)}>
          {t('structured.more', { count: matching.length - shown.length })}
        </Button>
      )}
      {!readOnly && (
        <Button type="dashed" onClick={add}>
          {t('structured.add', { name: label })}
        </Button>
      )}
    </div>
  )
}

type EntryProps = {
  readonly item: Shape
  readonly entry: unknown
  readonly place: Place
  readonly opened: boolean
  readonly last: boolean
  readonly move: (by: -1 | 1) => void
  readonly remove: () => void
}

function Entry({ item, entry, place, opened, last, move, remove }: EntryProps) {
  const { t } = useTranslation('studio')
  const { at, findings, readOnly } = useDesk()
  const pointer = pointerOf(place)
  const [open, setOpen] = useState(opened)
  const wrong = findings.some(
    (one) => one.level === 'error' && (one.pointer === pointer || one.pointer.startsWith(`${pointer}/`)),
  )
  useEffect(() => {
    if (at && (at.pointer === pointer || at.pointer.startsWith(`${pointer}/`))) setOpen(true)
  }, [at, pointer])
  const title = titleOf(entry) ?? t('structured.untitled')
  return (
    <details
      className="structured-entry"
      data-pointer={pointer}
      data-wrong={wrong}
      open={open}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>
        {title}
        {wrong && <span className="entry-wrong">{t('findings.error')}</span>}
      </summary>
      {open && item.kind === 'group' && (
        <div className="structured-body">
          <SourceMark rule={ruleOf(entry)} />
          <Group fields={item.fields} place={place} />
          {!readOnly && (
            <p className="structured-actions">
              <Button disabled={place.at(-1) === 0} onClick={() => move(-1)}>
                {t('structured.up')}
              </Button>
              <Button disabled={last} onClick={() => move(1)}>
                {t('structured.down')}
              </Button>
              <Popconfirm
                title={t('structured.removeAsk', { name: title })}
                okText={t('structured.remove')}
                cancelText={t('structured.keep')}
                onConfirm={remove}
              >
                <Button danger>{t('structured.remove')}</Button>
              </Popconfirm>
            </p>
          )}
        </div>
      )}
    </details>
  )
}

const titleOf = (entry: unknown): string | undefined =>
  ['name', 'label', 'title', 'text']
    .map((name) => valueAt(entry, [name]))
    .find((one): one is string => typeof one === 'string' && one !== '')

const keyOf = (entry: unknown, index: number): string => {
  const key = valueAt(entry, ['key']) ?? valueAt(entry, ['code'])
  return typeof key === 'string' ? `${key} ${index}` : String(index)
}

/** A new entry; its key is the first free one, for a person would only guess at it. */
const fresh = (item: Shape, entries: readonly unknown[]): unknown => {
  const entry = blank(item)
  if (valueAt(entry, ['key']) !== '') return entry
  const taken = new Set(entries.map((one) => valueAt(one, ['key'])))
  let n = entries.length + 1
  while (taken.has(`entry-${n}`)) n += 1
  return withValue(entry, ['key'], `entry-${n}`)
}
