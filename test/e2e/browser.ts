import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { alone } from '../../infra/local/process/alone.ts'

/** The unpacked browser is kept by version, or a stale one of another project would be taken up. */
const home = join(tmpdir(), 'yihu-chromium-153')
const whole = join(home, 'whole')

/** Test files run side by side: one unpacks (200 MB, about 2 s), the others wait for a whole browser. */
const unpacked = (): Promise<string> =>
  alone(`${home}.alone`, async () => {
    const before = process.env['TMPDIR']
    try {
      if (!existsSync(whole)) rmSync(home, { recursive: true, force: true })
      mkdirSync(home, { recursive: true })
      process.env['TMPDIR'] = home
      const { default: chromium } = await import('@sparticuz/chromium')
      const path = await chromium.executablePath()
      writeFileSync(whole, '')
      return path
    } finally {
      if (before === undefined) delete process.env['TMPDIR']
      else process.env['TMPDIR'] = before
    }
  })

/** Starts the headless browser that comes from npm. Close it in the end. */
export async function launch(): Promise<Browser> {
  const executablePath = await unpacked()
  const { chromium: driver } = await import('playwright-core')
  // Its own argument list turns off web security and runs all in one process: neither is wanted here.
  return driver.launch({ executablePath, args: ['--no-sandbox'] })
}

export const phone = { width: 360, height: 780 }
export const desk = { width: 1280, height: 800 }

export type Watched = {
  readonly page: Page
  readonly context: BrowserContext
  readonly faults: readonly string[]
}

/** A page in its own context that writes down what went wrong on it: errors, policy violations, requests to elsewhere. */
export async function openPage(browser: Browser, origin: string, viewport = phone): Promise<Watched> {
  const context = await browser.newContext({
    viewport,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    // Contrast is measured on what stands, not on what is still fading in.
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  // So that a test says what it waited for, instead of only running out of time.
  page.setDefaultTimeout(60_000)
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error' && !/Failed to load resource/.test(message.text()))
      faults.push(`console: ${message.text()}`)
  })
  page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(origin) && !/^(?:blob|data):/.test(url)) faults.push(`elsewhere: ${url}`)
  })
  return { page, context, faults }
}
