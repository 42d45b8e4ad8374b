import { type ReactNode, useState } from 'react'
import { createPortal } from 'react-dom'

type Props = { readonly title: string; readonly children: ReactNode }

/**
 * A page of its own at phone width inside this one, so that what depends on the width of the window (layout, the
 * bar at the bottom) stands as it does in a worker's hands. Same document source and same styles, no script.
 */
export function Phone({ title, children }: Props) {
  const [body, setBody] = useState<HTMLElement>()
  const fit = (frame: HTMLIFrameElement | null) => {
    const page = frame?.contentDocument
    if (!page || page.body === body) return
    page.documentElement.lang = 'zh-CN'
    for (const sheet of document.querySelectorAll('link[rel="stylesheet"]'))
      page.head.append(sheet.cloneNode(true))
    setBody(page.body)
  }
  return (
    <iframe ref={fit} className="phone" title={title}>
      {body && createPortal(children, body)}
    </iframe>
  )
}
