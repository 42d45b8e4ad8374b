import purify from 'dompurify'
import { useEffect, useRef } from 'react'

/** Words and lists only: nothing that loads, submits, styles or runs. Links open apart and tell nobody where from. */
function clean(html: string): DocumentFragment {
  const fragment = purify.sanitize(html, {
    ALLOWED_TAGS: [
      ...['p', 'br', 'b', 'strong', 'i', 'em', 'u', 'ul', 'ol', 'li', 'h2', 'h3', 'h4', 'h5', 'blockquote'],
      ...['table', 'thead', 'tbody', 'tr', 'th', 'td', 'a', 'span', 'div', 'small', 'sup', 'sub', 'hr'],
    ],
    ALLOWED_ATTR: ['href', 'colspan', 'rowspan', 'title'],
    ALLOWED_URI_REGEXP: /^(?:https?:|mailto:|tel:|#)/i,
    RETURN_DOM_FRAGMENT: true,
  })
  for (const link of fragment.querySelectorAll('a')) {
    link.setAttribute('target', '_blank')
    link.setAttribute('rel', 'noopener noreferrer')
  }
  return fragment
}

/** HTML of a definition, sanitised where it is drawn. */
export function Content({ html }: { readonly html: string }) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => place.current?.replaceChildren(clean(html)), [html])
  return <div className="prose" ref={place} />
}
