import type { EditorProps } from './editor.tsx'
import { Source } from './source.tsx'

/** A document without a table of its own: its source, checked at the line. */
export const JsonDocument = ({ text, change, readOnly, findings, at }: EditorProps) => (
  <Source text={text} change={change} readOnly={readOnly} findings={findings} at={at} />
)
