import './structured.css'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { kindOf } from '#forms/release'
import type { EditorProps } from '../document/editor.tsx'
import { JsonDocument } from '../document/json.tsx'
import { useParsed } from '../document/parsed.ts'
import { DeskProvider } from './desk.ts'
import { Deep, Group, isDeep } from './group.tsx'
import { type Field, shapeOf } from './shape.ts'
import { Todos } from './todos.tsx'

const anything = () => true

/** Members that a view of their own shows better. */
const elsewhere: Readonly<Record<string, readonly string[]>> = { profile: ['divisions'] }

/**
 * A document as fields, drawn from its schema: whatever a configuration can say can be said here without its source.
 * A source that is no JSON is shown as source.
 */
export function StructuredView(props: EditorProps) {
  const { name, around, readOnly, findings } = props
  const { t } = useTranslation('studio')
  const parsed = useParsed<object>(props.text, props.change, anything)
  const fields = useMemo(() => fieldsOf(name), [name])
  const room = useRef<HTMLDivElement>(null)
  const [own, setOwn] = useState<EditorProps['at']>()
  const at = own ?? props.at
  const { at: asked } = props
  useEffect(() => {
    if (asked) setOwn(asked)
  }, [asked])
  useEffect(() => {
    if (at && room.current) showAt(room.current, at.pointer)
  }, [at])
  if (!parsed) return <JsonDocument {...props} />
  const go = (pointer: string) => setOwn((now) => ({ pointer, times: (now?.times ?? 0) + 1 }))
  const flat = fields.filter(({ shape }) => !isDeep(shape))
  const desk = {
    name,
    document: parsed.value,
    documents: { ...around, [name]: parsed.value },
    readOnly,
    findings,
    at,
    write: (document: unknown, step?: string) => parsed.write(document as object, step),
  }
  return (
    <DeskProvider value={desk}>
      <div className="structured" ref={room}>
        <Todos go={go} />
        {flat.length > 0 && (
          <section className="office-panel">
            <h2>{t('structured.basics')}</h2>
            <Group fields={flat} place={[]} />
          </section>
        )}
        {fields
          .filter(({ shape }) => isDeep(shape))
          .map((field) => (
            <section key={field.name} className="office-panel">
              <Deep field={field} place={[field.name]} />
            </section>
          ))}
      </div>
    </DeskProvider>
  )
}

const fieldsOf = (name: string): readonly Field[] => {
  const kind = kindOf(name)
  if (!kind) return []
  const shape = shapeOf(kind.schema)
  const hidden = ['schema', 'todo', ...(elsewhere[name] ?? [])]
  return shape.kind === 'group' ? shape.fields.filter((field) => !hidden.includes(field.name)) : []
}

/** Brings the deepest field that stands at a pointer into sight, once what holds it is open. */
const showAt = (room: HTMLElement, pointer: string): void => {
  requestAnimationFrame(() => {
    const places = [...room.querySelectorAll<HTMLElement>('[data-pointer]')]
    const found = places
      .filter(({ dataset }) => pointer === dataset['pointer'] || pointer.startsWith(`${dataset['pointer']}/`))
      .toSorted((a, b) => (b.dataset['pointer']?.length ?? 0) - (a.dataset['pointer']?.length ?? 0))[0]
    found?.scrollIntoView({ block: 'center', behavior: 'smooth' })
    found?.querySelector<HTMLElement>('input, textarea, button, summary')?.focus({ preventScroll: true })
  })
}
