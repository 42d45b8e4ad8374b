import { isNavigation } from '../../../functions/front/navigation.ts'

type Value = { readonly value: string }
type Asked = { uri: string; readonly headers: Readonly<Record<string, Value | undefined>> }
type Reply = {
  readonly statusCode: number
  readonly statusDescription: string
  readonly headers: Readonly<Record<string, Value>>
  readonly body: { readonly encoding: 'text'; readonly data: string }
}

/** Written into the text when it is built (`edge.ts`). */
declare const SITE: string
declare const HEADERS: Readonly<Record<string, Value>>

const reply = (statusCode: number, statusDescription: string, type: string, data: string): Reply => ({
  statusCode,
  statusDescription,
  headers: Object.assign({}, HEADERS, {
    'content-type': { value: type },
    'cache-control': { value: 'no-cache' },
  }),
  body: { encoding: 'text', data },
})

/** The form of every name that the build gives. Any other spelling could reach a file past the rules of its address. */
const plain = /^(?:\/[A-Za-z0-9_-][A-Za-z0-9_.~-]*)+$/

/**
 * Runs at the edge before anything is looked for, on all that is neither the API nor the form builder's. It gives the
 * one page to whoever opens an address of the client, here and not by rewriting error pages: those are rewritten for the
 * API too, whose errors would then be hidden.
 */
export function handler({ request }: { readonly request: Asked }): Asked | Reply {
  const { uri, headers } = request
  const accept = headers['accept']
  if (uri === '/site.json') return reply(200, 'OK', 'application/json; charset=utf-8', SITE)
  if (isNavigation(uri, accept ? accept.value : '')) request.uri = '/index.html'
  else if (!plain.test(uri)) return reply(404, 'Not Found', 'text/plain; charset=utf-8', '没有这个文件。')
  return request
}
