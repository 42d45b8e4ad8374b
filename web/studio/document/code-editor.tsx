import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands'
import { json } from '@codemirror/lang-json'
import {
  bracketMatching,
  foldGutter,
  forceParsing,
  HighlightStyle,
  indentOnInput,
  syntaxHighlighting,
} from '@codemirror/language'
import { type Diagnostic, forceLinting, linter, lintGutter } from '@codemirror/lint'
import { highlightSelectionMatches, searchKeymap } from '@codemirror/search'
import { Compartment, EditorState, Transaction } from '@codemirror/state'
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view'
import { tags } from '@lezer/highlight'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Finding } from '../../../functions/api/contract/index.ts'
import type { EditorProps } from './editor.tsx'
import { phrases } from './phrases.ts'
import { brokenAt, rangeOf } from './pointer.ts'

export type SourceProps = Pick<EditorProps, 'text' | 'change' | 'readOnly' | 'at'> & {
  readonly findings: readonly Pick<Finding, 'pointer' | 'level' | 'message'>[]
}

const colours = HighlightStyle.define([
  { tag: tags.propertyName, color: 'var(--accent)' },
  { tag: tags.string, color: 'var(--good)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--wait)' },
])

const look = EditorView.theme({
  '&': { height: '100%', fontSize: '13.5px', backgroundColor: 'var(--paper)' },
  '.cm-scroller': {
    fontFamily: 'ui-monospace, "SF Mono", Consolas, "DejaVu Sans Mono", var(--font)',
    lineHeight: '1.55',
  },
  '.cm-gutters': { backgroundColor: 'var(--ground)', color: 'var(--ink-soft)', border: 'none' },
  '.cm-panels': { fontFamily: 'var(--font)', backgroundColor: 'var(--ground)', color: 'var(--ink)' },
  '.cm-panel.cm-search :is(input, button, label)': { fontFamily: 'inherit', fontSize: '14px' },
  '.cm-button': { backgroundImage: 'none', backgroundColor: 'var(--paper)', borderRadius: '5px' },
  '&.cm-focused': { outline: '2px solid var(--accent)' },
})

const severity = { error: 'error', warning: 'warning', todo: 'info' } as const

/**
 * JSON in a proper editor. It lives in a shadow root, where its styles are constructed sheets: our policy would
 * refuse the style elements that it adds to a page.
 */
export function CodeEditor({ text, change, readOnly, findings, at }: SourceProps) {
  const { t } = useTranslation('studio')
  const host = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView>(undefined)
  const now = useRef({ change, findings, broken: t('editor.broken') })
  now.current = { change, findings, broken: t('editor.broken') }
  const lock = useRef(new Compartment())

  // biome-ignore lint/correctness/useExhaustiveDependencies: the editor is made once and then kept in step below
  useEffect(() => {
    if (!host.current) return
    const root = host.current.shadowRoot ?? host.current.attachShadow({ mode: 'open' })
    const made = new EditorView({
      parent: root as unknown as Element,
      root,
      state: EditorState.create({
        doc: text,
        extensions: [
          lineNumbers(),
          foldGutter(),
          history(),
          drawSelection(),
          indentOnInput(),
          bracketMatching(),
          highlightActiveLine(),
          highlightSelectionMatches(),
          json(),
          syntaxHighlighting(colours),
          lintGutter(),
          linter((editor) => diagnostics(editor, now.current.findings, now.current.broken), { delay: 300 }),
          keymap.of([...defaultKeymap, ...historyKeymap, ...searchKeymap, indentWithTab]),
          EditorState.phrases.of(phrases),
          EditorView.contentAttributes.of({ tabindex: '0', 'aria-label': t('editor.asJson') }),
          EditorView.lineWrapping,
          lock.current.of(EditorState.readOnly.of(readOnly)),
          look,
          EditorView.updateListener.of((update) => {
            // What came from outside is known there, and may be older than what is there now.
            const ours = update.transactions.some(
              (one) => one.docChanged && !one.annotation(Transaction.remote),
            )
            if (ours) now.current.change(update.state.doc.toString())
          }),
        ],
      }),
    })
    view.current = made
    return () => made.destroy()
  }, [])

  useEffect(() => {
    const editor = view.current
    if (!editor || editor.state.doc.toString() === text) return
    editor.dispatch({
      changes: { from: 0, to: editor.state.doc.length, insert: text },
      annotations: Transaction.remote.of(true),
    })
  }, [text])

  useEffect(() => {
    view.current?.dispatch({ effects: lock.current.reconfigure(EditorState.readOnly.of(readOnly)) })
  }, [readOnly])

  // biome-ignore lint/correctness/useExhaustiveDependencies: new findings are drawn when they come
  useEffect(() => {
    if (view.current) forceLinting(view.current)
  }, [findings])

  useEffect(() => {
    const editor = view.current
    if (!editor || !at) return
    forceParsing(editor, editor.state.doc.length, 500)
    const { from, to } = rangeOf(editor.state, at.pointer)
    editor.dispatch({
      selection: { anchor: from, head: to },
      effects: EditorView.scrollIntoView(from, { y: 'center' }),
    })
    editor.focus()
  }, [at])

  return <div className="source" ref={host} />
}

function diagnostics(editor: EditorView, findings: SourceProps['findings'], words: string): Diagnostic[] {
  forceParsing(editor, editor.state.doc.length, 200)
  const broken = brokenAt(editor.state)
  if (broken) return [{ ...broken, severity: 'error', message: words }]
  return findings.map(({ pointer, level, message }) => ({
    ...rangeOf(editor.state, pointer),
    severity: severity[level],
    message,
  }))
}
