import type { Cloud } from '../../../functions/store/index.ts'

export const credentials = () => ({
  accessKeyId: 'AKIDEXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY',
})

export type Sent = { readonly url: string; readonly headers: Record<string, string>; readonly body: string }

/** A cloud whose services are functions. */
export const cloud = (answer: (sent: Sent) => unknown, region = 'cn-north-1') => {
  const calls: Sent[] = []
  const fetch = async (url: unknown, init: unknown) => {
    const sent = { url: String(url), ...(init as Omit<Sent, 'url'>) }
    calls.push(sent)
    const body = answer(sent)
    return body instanceof Response ? body : Response.json(body)
  }
  return { calls, cloud: { region, credentials, fetch: fetch as typeof globalThis.fetch } satisfies Cloud }
}
