import { isRecord } from './record.ts'

const refusedTags: ReadonlySet<string> = new Set(
  'script iframe frame frameset object embed applet style link meta base form input button select textarea option svg math video audio source track template portal dialog noscript'.split(
    ' ',
  ),
)

export type MarkupFault = 'markup-script' | 'markup-tag' | 'inlined-data'

/** Why a text with markup may not stand in a form; undefined: it may. One pass, whatever the text is. */
export const judgeMarkup = (text: string): MarkupFault | undefined => {
  if (text.length < 4) return undefined
  const lower = text.toLowerCase()
  if (/data:\s*(?:image|font|audio|video|text|application)\//.test(lower)) return 'inlined-data'
  if (lower.includes('javascript:') || lower.includes('vbscript:')) return 'markup-script'
  for (let at = lower.indexOf('<'); at >= 0; at = lower.indexOf('<', at + 1)) {
    const name = /^<\/?([a-z][a-z0-9-]{0,20})/.exec(lower.slice(at, at + 24))?.[1]
    if (name === undefined) continue
    if (name === 'script') return 'markup-script'
    if (refusedTags.has(name)) return 'markup-tag'
    const end = lower.slice(at, at + 2_000).indexOf('>')
    const tag = lower.slice(at, end < 0 ? at + 2_000 : at + end)
    if (/[\s"'/]on[a-z]{3,30}\s{0,8}=/.test(tag)) return 'markup-script'
    if (/[\s"'/](?:srcdoc|formaction|xlink:href)\s{0,8}=/.test(tag)) return 'markup-script'
  }
  return undefined
}

const elementName = /^[a-z][a-z0-9]{0,20}$/i
const attributeName = /^[a-z][a-z0-9-]{0,40}$/i

/** The same for an `htmlelement`, whose tag and attributes are written in members of their own. */
export const judgeElement = (tag: unknown, attributes: unknown): MarkupFault | undefined => {
  const named = tag !== undefined && tag !== null && tag !== ''
  if (named && (typeof tag !== 'string' || !elementName.test(tag))) return 'markup-tag'
  const verdict = named ? judgeMarkup(`<${tag}>`) : undefined
  if (verdict !== undefined || !Array.isArray(attributes)) return verdict
  const names = attributes
    .slice(0, 100)
    .map((entry: unknown) => (isRecord(entry) ? entry['attr'] : undefined))
  const bad = (name: unknown) =>
    name !== undefined &&
    name !== null &&
    name !== '' &&
    (typeof name !== 'string' || !attributeName.test(name) || judgeMarkup(`<p ${name}="">`) !== undefined)
  return attributes.length > 100 || names.some(bad) ? 'markup-script' : undefined
}

/** `{% … %}`, `<% … %>` and `{{ … }}` with more than a name in it are programs of Form.io's templates. */
export const isProgram = (text: string): boolean => {
  if (text.includes('{%') || text.includes('<%')) return true
  for (let at = text.indexOf('{{'); at >= 0; at = text.indexOf('{{', at + 2)) {
    const end = text.slice(at, at + 200).indexOf('}}')
    if (end < 0 || !/^\{\{\s{0,9}[A-Za-z][\w.]{0,150}\s{0,9}$/.test(text.slice(at, at + end))) return true
  }
  return false
}
