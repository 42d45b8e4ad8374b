import { isBlank, isList, isRecord, isText } from '../logic/index.ts'

const refusedTags: ReadonlySet<string> = new Set(
  'iframe frame frameset object embed applet style link meta base form input button select textarea option svg math video audio source track template portal dialog noscript'.split(
    ' ',
  ),
)

export type MarkupFault = 'markup-script' | 'markup-tag' | 'inlined-data'

/** Why a text with markup may not stand in a form; undefined: it may. One pass, whatever the text is. */
export const judgeMarkup = (text: string): MarkupFault | undefined => {
  if (text.length < 4) return undefined
  const lower = text.toLowerCase()
  if (/data:\s*(?:image|font|audio|video|text|application)\//.test(lower)) return 'inlined-data'
  if (/(?:java|vb)script:/.test(lower)) return 'markup-script'
  // A tag that is never closed reaches to the end, as it does for a browser; what begins inside it is looked at too.
  for (const [tag] of lower.matchAll(/<\/?[a-z][^>]*/g)) {
    for (const [, name = ''] of tag.matchAll(/<\/?([a-z][a-z0-9-]{0,20})/g)) {
      if (name === 'script') return 'markup-script'
      if (refusedTags.has(name)) return 'markup-tag'
    }
    if (/[\s"'/](?:on[a-z]{3,30}|srcdoc|formaction|xlink:href)\s{0,8}=/.test(tag)) return 'markup-script'
  }
  return undefined
}

/** The same for an `htmlelement`, whose tag is written in a member of its own. */
export const judgeTag = (tag: unknown): MarkupFault | undefined => {
  if (isBlank(tag)) return undefined
  return isText(tag) && /^[a-z][a-z0-9]{0,20}$/i.test(tag) ? judgeMarkup(`<${tag}>`) : 'markup-tag'
}

/** The same for its attributes, `[{ attr, value }]`. */
export const judgeAttributes = (attributes: unknown): MarkupFault | undefined => {
  if (!isList(attributes)) return undefined
  const isBad = (attribute: unknown): boolean => {
    const name = isRecord(attribute) ? (attribute['attr'] ?? '') : ''
    return (
      name !== '' && !(isText(name) && /^[a-z][a-z0-9-]{0,40}$/i.test(name) && !judgeMarkup(`<p ${name}="">`))
    )
  }
  return attributes.length > 100 || attributes.some(isBad) ? 'markup-script' : undefined
}

/** `{% … %}`, `<% … %>` and `{{ … }}` with more than a name in it are programs of Form.io's templates. */
export const isProgram = (text: string): boolean => {
  if (text.includes('{%') || text.includes('<%')) return true
  for (const [, inside = ''] of text.matchAll(/\{\{([^}]{0,200}\}\})?/g))
    if (!/^\s{0,9}[A-Za-z][\w.]{0,150}\s{0,9}\}\}$/.test(inside)) return true
  return false
}
