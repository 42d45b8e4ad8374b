import { describe, expect, test } from 'vitest'
import { isFailure } from '../../../../web/studio/import/imported.ts'
import { readJson } from '../../../../web/studio/import/read-json.ts'

describe('pasted JSON', () => {
  const failed = (text: string): string => {
    const read = readJson(text)
    return isFailure(read) ? read.failed : ''
  }
  test('that is no form says what it is instead', () => {
    expect(failed(' ')).toContain('没有内容')
    expect(failed('{"components": [],\n "a": 1 "b"}')).toMatch(/第 2 行第 \d+ 个字/)
    expect(failed('{"components": [\n  {"type": }')).toContain('格式有误')
    expect(failed('{"rules": []}')).toContain('这不是 Form.io 表单')
    expect(failed('[1, 2]')).toContain('没有可以导入的问题')
    expect(failed('x'.repeat(5 * 1024 * 1024 + 1))).toContain('5 MB')
  })

  test('of this platform keeps its results and samples, unless something is wrong with it', () => {
    const form = {
      schema: 1,
      key: 'f',
      title: '表',
      definition: { components: [{ type: 'textfield', key: 'a', label: '甲' }] },
      samples: [],
    }
    expect(readJson(JSON.stringify(form))).toMatchObject({ from: 'own', form, lines: [] })
    const evil = {
      ...form,
      definition: {
        components: [{ type: 'textfield', key: 'a', label: '甲', customDefaultValue: 'alert(1)' }],
      },
    }
    const read = readJson(JSON.stringify(evil))
    expect(read).toMatchObject({ from: 'formio' })
    expect(JSON.stringify(isFailure(read) ? '' : read.form)).not.toContain('alert')
  })

  test('without a title is called by its file', () => {
    const bare = JSON.stringify({ components: [{ type: 'textfield', key: 'a', label: '甲' }] })
    expect(readJson(bare, '摸底表.json')).toMatchObject({ form: { title: '摸底表' } })
    expect(readJson(bare.replace('{', '{"title":"原名",'), '摸底表.json')).toMatchObject({
      form: { title: '原名' },
    })
  })
})
