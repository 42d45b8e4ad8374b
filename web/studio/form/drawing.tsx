import './workshop.ts'
import { Alert, App, Segmented } from 'antd'
import { lazy, Suspense, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type FormDocument, followKeys, lintForm, type Rename } from '#forms/definition'
import { Loading } from '../../app/states.tsx'
import type { EditorProps } from '../document/editor.tsx'
import { Source } from '../document/source.tsx'
import { format } from '../document/text.ts'
import '../designer/designer.css'
import { Checks } from '../designer/checks.tsx'
import { areDrawable } from '../outcomes/form-text.ts'
import { Outcomes } from '../outcomes/outcomes.tsx'
import { Conditions } from './conditions/conditions.tsx'
import { useFieldSteps } from './field-steps.ts'
import { Preview } from './preview.tsx'
import { Rules } from './rules.tsx'
import { Samples } from './samples.tsx'
import { SubjectChoice } from './subject.tsx'

const Designer = lazy(() => import('../designer/designer.tsx').then((room) => ({ default: room.Designer })))
const Compare = lazy(() => import('../compare/compare.tsx').then((room) => ({ default: room.Compare })))
const Replace = lazy(() => import('../import/replace.tsx').then((room) => ({ default: room.Replace })))

/** Ways of changing a form, at the left. */
const faces = ['draw', 'outcomes', 'conditions', 'compared', 'imports', 'source'] as const
/** What it is for people, at the right. */
const sides = ['preview', 'rules', 'samples'] as const
/** Which half is in front where there is room for one. */
const fronts = ['form', 'side'] as const

/** A form of the city: what can be changed of it, and beside it the form as a phone shows it. */
export function FormDrawing({ city, text, change, around, readOnly, findings, at }: EditorProps) {
  const { t } = useTranslation('studio')
  const { t: tw } = useTranslation('workshop')
  const { t: td } = useTranslation('designer')
  const { message } = App.useApp()
  const [face, setFace] = useState<(typeof faces)[number]>(readOnly ? 'outcomes' : 'draw')
  const [front, setFront] = useState<(typeof fronts)[number]>('form')
  const [side, setSide] = useState<(typeof sides)[number]>('preview')
  const [jump, setJump] = useState<{
    readonly to: NonNullable<EditorProps['at']>
    readonly after: EditorProps['at']
  }>()
  const write = useFieldSteps(change)
  const form = useMemo(() => readForm(text), [text])
  const own = useMemo(() => (form ? lintForm(form) : []), [form])
  const said = new Set(own.map(({ pointer, message }) => `${pointer} ${message}`))
  const marks = [
    ...own,
    ...findings.filter(
      ({ pointer, message }) => !pointer.startsWith('/definition') && !said.has(`${pointer} ${message}`),
    ),
  ]
  const broken = form === undefined || own.some(({ level }) => level === 'error')
  // A jump of the findings that came after one of the rules is the newer wish.
  const place = jump?.after === at ? (jump?.to ?? at) : at
  const seat = useMemo(() => place && definitionPlace(place), [place])
  useEffect(() => {
    if (at === undefined) return
    setFace((now) => faceOf(at.pointer, now, readOnly))
    if (at.pointer.startsWith('/samples')) setSide('samples')
  }, [at, readOnly])
  const shown = readOnly ? faces.filter((one) => one !== 'imports' && one !== 'draw') : faces
  const draw = (next: FormDocument, renames: readonly Rename[]) => {
    const { form: followed, count } = followKeys(next, renames)
    change(format(renames.length > 0 ? followed : next))
    if (count > 0) void message.info(td('renamed', { count }))
  }
  const jumpTo = (pointer: string, to: (now: (typeof faces)[number]) => (typeof faces)[number]) => {
    setFace(to)
    setFront('form')
    setJump((before) => ({ to: { pointer, times: (before?.to.times ?? 0) + 1 }, after: at }))
  }
  const go = (pointer: string) =>
    jumpTo(pointer, (now) => (now === 'draw' && inDefinition.test(pointer) ? now : 'source'))
  const show = (pointer: string) => jumpTo(pointer, (now) => faceOf(pointer, now, readOnly))
  return (
    <div className="drawing" data-front={face === 'compared' ? 'form' : front}>
      <Segmented
        className="drawing-front"
        aria-label={td('front')}
        value={front}
        onChange={setFront}
        options={fronts.map((value) => ({ value, label: td(`fronts.${value}`) }))}
      />
      <section className="drawing-source" aria-label={tw(`faces.${face}`)}>
        <div className="drawing-head">
          <Segmented
            aria-label={tw('faces.choose')}
            value={face}
            onChange={setFace}
            options={shown.map((value) => ({ value, label: tw(`faces.${value}`) }))}
          />
          {form && <SubjectChoice form={form} change={change} readOnly={readOnly} />}
          {own.length > 0 && <span className="dirty">{t('form.problems', { count: own.length })}</span>}
        </div>
        {face === 'draw' && <Checks findings={own} go={show} />}
        {face === 'draw' && form && (
          <Suspense fallback={<Loading />}>
            <Designer
              definition={form.definition}
              change={(definition, renames) => draw({ ...form, definition }, renames)}
              around={around}
              at={seat}
            />
          </Suspense>
        )}
        {face === 'source' && (
          <Source text={text} change={change} readOnly={readOnly} findings={marks} at={place} />
        )}
        {face === 'outcomes' && form && areDrawable(form) && (
          <Outcomes
            form={form}
            minded={own}
            text={text}
            change={write}
            around={around}
            readOnly={readOnly}
            at={place}
            go={go}
          />
        )}
        {face === 'conditions' && form && (
          <Conditions form={form} text={text} change={write} around={around} readOnly={readOnly} />
        )}
        {face === 'compared' && form && (
          <Suspense fallback={<Loading />}>
            <Compare city={city} form={form} around={around} go={go} />
          </Suspense>
        )}
        {face === 'imports' && form && (
          <Suspense fallback={<Loading />}>
            <Replace text={text} change={change} around={around} />
          </Suspense>
        )}
        {face !== 'source' && (!form || (face !== 'draw' && !areDrawable(form))) && (
          <Alert type="error" showIcon title={tw('faces.broken')} />
        )}
      </section>
      {face !== 'compared' && (
        <section className="drawing-phone" aria-label={t('form.preview')}>
          <div className="drawing-head">
            <Segmented
              aria-label={t('editor.view')}
              value={side}
              onChange={setSide}
              options={sides.map((value) => ({ value, label: t(`form.${value}`) }))}
            />
          </div>
          {side === 'samples' && form && !broken && <Samples form={form} around={around} />}
          {side === 'preview' && !broken && form && <Preview form={form} around={around} />}
          {side === 'rules' && form && <Rules form={form} around={around} go={show} />}
          {broken && (side !== 'rules' || !form) && (
            <Alert type="error" showIcon title={t('form.previewBroken')} />
          )}
        </section>
      )}
    </div>
  )
}

const inDefinition = /^\/definition(?=\/components\/\d)/

/** Where a place of the document is best seen; a component is seen where it is being changed. */
const faceOf = (pointer: string, now: (typeof faces)[number], readOnly: boolean): (typeof faces)[number] =>
  /^\/(?:outcomes|recommends)(?:\/|$)/.test(pointer)
    ? 'outcomes'
    : now === 'draw' && !readOnly && inDefinition.test(pointer)
      ? 'draw'
      : 'source'

const definitionPlace = ({ pointer, times }: NonNullable<EditorProps['at']>): EditorProps['at'] =>
  inDefinition.test(pointer) ? { pointer: pointer.replace(inDefinition, ''), times } : undefined

/** The form document in a text; `undefined` while it is no JSON or has no definition. */
function readForm(text: string): FormDocument | undefined {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null || !('definition' in value)) return undefined
    const { definition } = value
    const drawn =
      typeof definition === 'object' &&
      definition !== null &&
      'components' in definition &&
      Array.isArray(definition.components)
    return drawn ? (value as FormDocument) : undefined
  } catch {
    return undefined
  }
}
