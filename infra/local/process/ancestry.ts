import { readFileSync } from 'node:fs'

const read = (pid: number, what: string): string => {
  try {
    return readFileSync(`/proc/${pid}/${what}`, 'utf8')
  } catch {
    return ''
  }
}

/**
 * Who started us, up to npm and not beyond: npm may run a script through a shell that outlives it (`sh -c`), while the
 * window that npm itself was started from may be closed on purpose. Where the system does not tell, the parent alone.
 */
export const ancestry = (): string => {
  const parent = process.ppid
  const command = read(parent, 'cmdline').split('\0')
  const isShell = /(^|\/)(da|ba|z|k)?sh$/.test(command[0] ?? '') && command[1] === '-c'
  // `pid (name) state ppid …`; the name may hold anything.
  const above = isShell ? read(parent, 'stat').split(') ').at(-1)?.split(' ')[1] : ''
  return `${parent} ${above}`
}
