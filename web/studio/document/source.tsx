import { lazy, Suspense } from 'react'
import { Loading } from '../../app/states.tsx'
import type { SourceProps } from './code-editor.tsx'

const CodeEditor = lazy(() => import('./code-editor.tsx').then((room) => ({ default: room.CodeEditor })))

/** A document's source. Its editor weighs as much as the rest of a page, so it comes only where a source is shown. */
export const Source = (props: SourceProps) => (
  <Suspense fallback={<Loading />}>
    <CodeEditor {...props} />
  </Suspense>
)
