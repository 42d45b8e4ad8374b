import { expect, it } from 'vitest'
import { overflow, serious, signIn, system, tooSmall } from './worker.ts'

const number = '京ICP备00000000号-1'

/** What must hold where the place has a filing number, on the system that the file which calls this has started. */
export const withFilingNumber = (): void => {
  it('shows the filing number at the foot of every page, above every bar, and nowhere where there is none', async () => {
    const { page, context, faults } = await signIn('江一帆')
    const link = page.getByRole('link', { name: number })
    expect(await link.count()).toBe(0)
    // What the server said before holds after three seconds, which a busy machine may need.
    await page.addInitScript(`localStorage.removeItem('yihu.site')`)
    await page.route('**/site.json', async (route) => {
      const told = await (await route.fetch()).json()
      await route.fulfill({ json: { ...told, icp: number } })
    })
    const first = `${system.origin}${new URL(page.url()).pathname}`
    for (const path of [first, `${first}/outbox`, `${system.origin}/nowhere`]) {
      await page.goto(path)
      await link.waitFor()
      expect(await link.getAttribute('href')).toBe('https://beian.miit.gov.cn/')
      expect(await link.getAttribute('rel')).toContain('noopener')
      await page.getByText('正在载入').waitFor({ state: 'detached' })
      await page.evaluate('window.scrollTo(0, document.body.scrollHeight)')
      // A trial click fails where something else lies over it.
      await link.click({ trial: true })
      expect(
        await page.evaluate('innerHeight - document.querySelector(".icp").getBoundingClientRect().bottom'),
      ).toBeLessThan(120)
      expect(await serious(page), path).toEqual([])
      expect(await overflow(page), path).toBeLessThanOrEqual(0)
      expect(await tooSmall(page), path).toEqual([])
    }
    expect(faults).toEqual([])
    await context.close()
  })
}
