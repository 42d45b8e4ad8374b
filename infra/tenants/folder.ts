import { existsSync, mkdirSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { Unable } from './ground.ts'

/**
 * Makes a folder, private to whoever works here where `mode` says so, and those above it that are missing. One by one:
 * Node's own way of making several asks for ever where a file system takes no folders and answers that there is none
 * above (`/proc`). Throws `Unable` with a sentence.
 */
export const makeFolder = (folder: string, { mode }: { readonly mode?: number } = {}): void => {
  const missing: string[] = []
  for (let at = resolve(folder); !existsSync(at); at = dirname(at)) missing.unshift(at)
  for (const [i, one] of missing.entries())
    try {
      mkdirSync(one, i === missing.length - 1 && mode !== undefined ? { mode } : {})
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      // Somebody else was faster, which is as well.
      if (code !== 'EEXIST')
        throw new Unable(`建不出文件夹 ${one}（${code}）：那里不能新建，或者您没有权限。请写明另一个文件夹。`)
    }
}
