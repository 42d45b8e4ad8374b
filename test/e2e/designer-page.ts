import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { admin, replace, system } from './administrator.ts'
import { builder, draw, inside } from './drawing.ts'

/** What the page of the builder cannot do, whoever draws what in it. */
export const theDesignersPage = (): void => {
  test('has no storage, no cookie, no way to its parent and none to the server', async () => {
    const { page } = admin
    await draw(page, 'visit')
    const frame = inside(page)
    const tried = (code: string) =>
      frame.evaluate(
        `(async () => { try { return String(await (async () => { ${code} })()) } catch (error) { return 'refused: ' + error.name } })()`,
      )
    expect(await tried('return window.origin')).toBe('null')
    for (const code of [
      'delete window.localStorage; return window.localStorage.length',
      'delete window.sessionStorage; return window.sessionStorage.length',
      'delete document.cookie; return document.cookie',
      'return indexedDB.open("x") && await new Promise((_, no) => no(new DOMException("", "SecurityError")))',
      'return window.parent.document.title',
      'return window.parent.localStorage.length',
      `return (await fetch('${system.origin}/api/me')).status`,
      `return (await fetch('/api/health', { credentials: 'include' })).status`,
      `return (await fetch('https://example.org/')).status`,
    ])
      expect(await tried(code), code).toMatch(/^refused/)
    expect(await tried('return window.open("/studio")')).toBe('null')
  })

  test('is served under a policy of its own, and only it can be framed', async () => {
    const policy = async (path: string) => {
      const { headers } = await fetch(system.origin + path, { headers: { accept: 'text/html' } })
      return {
        csp: headers.get('content-security-policy') ?? '',
        frame: headers.get('x-frame-options'),
        open: headers.get('access-control-allow-origin'),
      }
    }
    const own = await policy('/designer/index.html')
    expect(own.csp).toMatch(/^sandbox allow-scripts allow-forms;/)
    expect(own.csp).toContain("connect-src 'none'")
    expect(own.csp).toContain("script-src 'self';")
    expect(own.csp).not.toMatch(/unsafe-eval|allow-same-origin/)
    expect(own.frame).toBe('SAMEORIGIN')
    for (const path of [
      '/designer/%69ndex.html',
      '/designer/./index.html',
      '/designer//index.html',
      '/designer/index.html?x',
    ])
      expect((await policy(path)).csp, path).toMatch(/^sandbox /)
    for (const path of [
      '/',
      '/studio',
      '/api/health',
      '/designer/',
      '/index.html',
      '/designer/assets/../../index.html',
    ]) {
      const other = await policy(path)
      expect(other.csp, path).toContain("frame-ancestors 'none'")
      expect(other.open, path).toBeNull()
    }
  })

  test('brings its own files alone, and weighs what it did', async () => {
    const html = await (await fetch(`${system.origin}/designer/index.html`)).text()
    expect(html).not.toMatch(/<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)/)
    const files = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path = '']) => path)
    expect(files.length).toBeGreaterThan(1)
    let bytes = 0
    for (const path of files) {
      expect(path).toMatch(/^\/designer\/assets\/[\w-]+\.(?:js|css)$/)
      const answer = await fetch(system.origin + path)
      expect(answer.headers.get('access-control-allow-origin')).toBe('*')
      bytes += gzipSync(Buffer.from(await answer.arrayBuffer())).length
    }
    console.log(`the builder: ${Math.round(bytes / 1024)} KB gz`)
    expect(bytes).toBeLessThan(500 * 1024)
    expect(bytes).toBeGreaterThan(100 * 1024)
  })

  test('a message from another window changes nothing, whatever it says', async () => {
    const { page } = admin
    await draw(page, 'visit')
    const forged = { say: 'drawn', round: 1, components: [] }
    await page.evaluate(
      `for (let round = 0; round < 20; round++) window.postMessage({ ...${JSON.stringify(forged)}, round }, '*')`,
    )
    await page.evaluate(`new Promise((done) => {
      const other = document.createElement('iframe')
      other.sandbox = 'allow-scripts'
      other.src = '/designer/index.html?other'
      other.onload = () => setTimeout(done, 300)
      document.body.append(other)
    })`)
    const other = page.frames().find((one) => one.url().endsWith('?other'))
    await other?.evaluate(
      `for (let round = 0; round < 20; round++) parent.postMessage({ ...${JSON.stringify(forged)}, round }, '*')`,
    )
    await page.waitForTimeout(300)
    await page.getByText('没有未保存的修改').waitFor()
    expect(await builder(page).locator('.builder-component').count()).toBeGreaterThan(3)
  })

  test('a form with a script does not enter it; tidied up, it does', async () => {
    const { page } = admin
    await draw(page, 'visit')
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await replace(page, '"key": "visitDate",', '"key": "visitDate", "customDefaultValue": "value = 1",')
    await page.getByText('必须更正的问题').first().waitFor()
    await page.getByText('设计', { exact: true }).click()
    await page.getByText('这张表里有不能放进设计的内容').waitFor()
    expect(await page.locator('.designer-frame').count()).toBe(0)
    expect(asked.filter((url) => url.includes('/designer/'))).toEqual([])
    await page.getByRole('button', { name: '整理后打开' }).click()
    await builder(page).getByText('入户日期').waitFor()
  })

  test('says what to do when it does not answer, and opens when asked again', async () => {
    const { page } = admin
    await page.clock.install()
    await page.route('**/designer/assets/*.js', (route) => route.abort())
    await page.goto(`${system.origin}/studio/341700/documents/form:visit`)
    await page.getByText('正在打开表单设计').waitFor()
    await page.clock.fastForward(31_000)
    await page.getByText('表单设计没有打开').waitFor()
    await page.getByText('源文件', { exact: true }).click()
    await page.locator('.source .cm-content').waitFor()
    await page.unroute('**/designer/assets/*.js')
    await page.getByText('设计', { exact: true }).click()
    await builder(page).locator('.builder-component').first().waitFor()
  })
}
