import type { Page } from 'playwright-core'

const event = (kind: 'copy' | 'paste', words = ''): string => `(() => {
  const clipboardData = new DataTransfer()
  clipboardData.setData('text/plain', ${JSON.stringify(words)})
  const event = new ClipboardEvent('${kind}', { clipboardData, bubbles: true, cancelable: true })
  document.activeElement?.dispatchEvent(event)
  return clipboardData.getData('text/plain')
})()`

/** Gives a text to whatever has the focus, as Ctrl+V does after copying in Excel. */
export const paste = (page: Page, words: string): Promise<string> =>
  page.evaluate<string>(event('paste', words))

/** What Ctrl+C puts on the clipboard as text. */
export const copied = (page: Page): Promise<string> => page.evaluate<string>(event('copy'))
