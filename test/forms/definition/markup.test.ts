import { describe, expect, test } from 'vitest'
import { codes, field, form } from './form.ts'

test('an element that would run or load something is refused by its tag and attributes too', () => {
  const element = (more: object) => codes(form({ type: 'htmlelement', key: 'h', content: '说明', ...more }))
  for (const tag of ['script', 'SCRIPT', 'iframe', 'object', 'p onclick=x', 'p><script', 3, {}])
    expect(element({ tag }).length, JSON.stringify(tag)).toBeGreaterThan(0)
  for (const attr of ['onload', 'ONCLICK', 'srcdoc', 'formaction', '"><script', 'x onload', 7])
    expect(element({ tag: 'p', attrs: [{ attr, value: 'x' }] }).length, String(attr)).toBeGreaterThan(0)
  expect(element({ tag: 'a', attrs: [{ attr: 'href', value: 'javascript:x()' }] })).toEqual(['markup-script'])
  for (const tag of ['p', 'h3', 'div', '', undefined, null])
    expect(
      element({
        tag,
        attrs: [
          { attr: '', value: '' },
          { attr: 'class', value: 'note' },
        ],
      }),
    ).toEqual([])
})

describe('refuses, with path, pointer, label and a Chinese sentence', () => {
  test('scripts, handlers, tags and data in markup, template programs', () => {
    const html = (text: string) => codes(form({ type: 'content', key: 'c', html: text }))
    expect(html('<p>好 <b>字</b> 1 < 2 <a href="https://example.org">x</a></p>')).toEqual([])
    for (const text of [
      '<script>x</script>',
      '<SCRIPT src=x>',
      '<img src=x onerror=alert(1)>',
      '<svg/onload=x>',
      '<a href="javascript:x">',
      '<b\nonclick = "x">',
    ])
      expect(html(text).some((code) => code.startsWith('markup'))).toBe(true)
    for (const tag of ['iframe', 'object', 'form', 'input', 'style', 'math'])
      expect(html(`<${tag}>`)).toEqual(['markup-tag'])
    expect(html('<img src="data:image/png;base64,AAAA">')).toEqual(['inlined-data'])
    expect(codes(form(field({ label: '<img src=x onerror=x>' })))).toEqual(['markup-script'])
    expect(html('你好 {{ data.a }}')).toEqual([])
    for (const text of ['{{ a + 1 }}', '{{ constructor() }}', '{% for %}', '<% x %>', '{{ never closed'])
      expect(html(text)).toEqual(['template'])
  })
})
