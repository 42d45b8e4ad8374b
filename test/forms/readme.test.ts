import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { differences } from '../conformance/differences.ts'

const page = readFileSync(new URL('../../forms/README.md', import.meta.url), 'utf8')
const picture = readFileSync(new URL('../../forms/engine.svg', import.meta.url), 'utf8')

test('the example of the page is the one that runs, and gives what the page says', async () => {
  const example = readFileSync(new URL('example.ts', import.meta.url), 'utf8')
  expect(page).toContain(`\`\`\`ts\n${example}\`\`\``)
  expect(example.trimEnd().split('\n')).toHaveLength(15)
  const { result } = await import('./example.ts')
  expect(result).toMatchObject({ answers: { alone: 'yes', visits: 3, hours: 6 }, errors: [] })
  expect(result.outcomes[0]).toMatchObject({ value: 6, label: '迫切' })
  expect(page).toContain("{ alone: 'yes', visits: 3, hours: 6 } 迫切 需求分：6")
})

test('the page names every deliberate difference, and no other', () => {
  const part = page.slice(page.indexOf('## Where it differs'), page.indexOf('## What it costs'))
  const named = [...part.matchAll(/^- (.+?)\.?$/gm)].map((found) => found[1])
  expect(named).toEqual(differences.map(({ title }) => title))
})

test('the picture is one that any reader can show: text, no script, nothing from elsewhere', () => {
  expect(picture).toMatch(/^<svg[^>]* role="img"/)
  expect(picture).toContain('prefers-color-scheme: dark')
  expect(picture).not.toMatch(/<script|<image|<foreignObject|href="(?!#)|url\((?!#)/)
})
