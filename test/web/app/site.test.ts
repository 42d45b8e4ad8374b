import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'

const site = { stage: 'test', icp: '京ICP备1号', signIn: { issuer: '/oidc', client: 'web', audience: 'a' } }
const kept = new Map<string, string>()
const answer = vi.fn<(path: string, init: RequestInit) => Promise<Response>>()

/** The module as a page that has just been opened has it. */
const opened = async () => {
  vi.resetModules()
  return import('../../../web/app/site.ts')
}

beforeEach(() => {
  kept.clear()
  answer.mockReset()
  vi.stubGlobal('fetch', answer)
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  })
})
afterEach(() => {
  vi.unstubAllGlobals()
})

describe('the place that the client runs at', () => {
  test('is asked of the server once a page', async () => {
    answer.mockResolvedValue(Response.json(site))
    const { readSite, icpNumber } = await opened()
    expect(icpNumber()).toBeUndefined()
    expect(await readSite()).toEqual(site)
    expect(await readSite()).toEqual(site)
    expect(answer).toHaveBeenCalledOnce()
    expect(answer.mock.calls[0]?.[0]).toBe('/site.json')
    expect(icpNumber()).toBe(site.icp)
  })

  test('is what it was last time where there is no network', async () => {
    answer.mockResolvedValueOnce(Response.json(site))
    await (await opened()).readSite()
    answer.mockRejectedValueOnce(new TypeError('offline'))
    const { readSite, icpNumber } = await opened()
    expect(await readSite()).toEqual(site)
    expect(icpNumber()).toBe(site.icp)
  })

  test('does not wait for ever on a slow network once it was here', async () => {
    kept.set('yihu.site', JSON.stringify(site))
    answer.mockResolvedValueOnce(Response.json(site))
    await (await opened()).readSite()
    expect(answer.mock.calls[0]?.[1].signal).toBeInstanceOf(AbortSignal)
  })

  test('is asked for again where neither knows it', async () => {
    answer.mockRejectedValueOnce(new TypeError('offline'))
    const { readSite } = await opened()
    await expect(readSite()).rejects.toThrow()
    answer.mockResolvedValueOnce(Response.json(site))
    expect(await readSite()).toEqual(site)
  })

  test.each([
    ['an error', () => new Response('没有这个文件。', { status: 404 })],
    ['the page', () => new Response('<!doctype html>')],
    ['something else', () => Response.json({ stage: 'x' })],
    ['nothing', () => Response.json(null)],
  ])('is not taken from %s', async (_, reply) => {
    answer.mockImplementation(async () => reply())
    await expect((await opened()).readSite()).rejects.toThrow()
    expect(kept.size).toBe(0)
    kept.set('yihu.site', JSON.stringify(site))
    expect(await (await opened()).readSite()).toEqual(site)
  })

  test('is known without storage too', async () => {
    vi.stubGlobal('localStorage', {
      getItem: () => {
        throw new Error('switched off')
      },
      setItem: () => {
        throw new Error('switched off')
      },
    })
    answer.mockResolvedValue(Response.json(site))
    expect(await (await opened()).readSite()).toEqual(site)
  })
})
