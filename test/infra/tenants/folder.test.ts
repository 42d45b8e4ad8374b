import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { makeFolder } from '../../../infra/tenants/folder.ts'

const space = mkdtempSync(join(tmpdir(), 'yihu-folder-'))
afterAll(() => rmSync(space, { recursive: true }))

test('a folder is made with those above it, private where it should be, and again without complaint', () => {
  const folder = join(space, 'a', 'b', 'c')
  makeFolder(folder, { mode: 0o700 })
  makeFolder(folder)
  expect(statSync(folder).mode & 0o777).toBe(0o700)
  expect(statSync(join(space, 'a')).mode & 0o700).toBe(0o700)
})

test('where a file is in the way it says where', () => {
  writeFileSync(join(space, 'file'), '')
  expect(() => makeFolder(join(space, 'file', 'x', 'y'))).toThrow(
    `建不出文件夹 ${join(space, 'file', 'x')}（ENOTDIR）`,
  )
})

// Here Node's own recursive way never ends.
test.runIf(existsSync('/proc/self'))('where no folder can ever be it says so at once', () => {
  expect(() => makeFolder('/proc/yihu/archive')).toThrow('建不出文件夹 /proc/yihu（ENOENT）')
})
