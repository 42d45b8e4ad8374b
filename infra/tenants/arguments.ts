import { parseArgs } from 'node:util'
import { Unable } from './ground.ts'

/** What options may be written, and whether a value follows. */
const options = {
  help: { type: 'boolean' },
  stage: { type: 'string' },
  outputs: { type: 'string' },
  lambda: { type: 'boolean' },
  server: { type: 'boolean' },
  name: { type: 'string' },
  province: { type: 'string' },
  pack: { type: 'string' },
  admin: { type: 'string' },
  invite: { type: 'boolean' },
  'admin-name': { type: 'string' },
  to: { type: 'string' },
  exact: { type: 'boolean' },
  'passphrase-file': { type: 'string' },
  archive: { type: 'string' },
  certificate: { type: 'string' },
  'sign-key': { type: 'string' },
  yes: { type: 'boolean' },
  wait: { type: 'string' },
} as const
type Option = keyof typeof options

export type Given = {
  readonly command: string | undefined
  /** What follows the command without a name. */
  readonly subject: string | undefined
  text(option: Option): string | undefined
  /** Throws `Unable` where it is missing, with what it is for. */
  must(option: Option, what: string): string
  flag(option: Option): boolean
}

/** Which options each command takes beside those of every command. */
export const taken: Readonly<Record<string, readonly Option[]>> = {
  prepare: [],
  open: ['name', 'province', 'pack', 'admin', 'invite', 'admin-name'],
  'open-office': ['admin', 'admin-name'],
  invite: ['admin-name'],
  list: [],
  export: ['to', 'passphrase-file', 'exact'],
  verify: ['passphrase-file'],
  close: ['archive', 'passphrase-file', 'certificate', 'sign-key', 'yes', 'wait'],
  abandon: ['archive', 'yes'],
  remains: [],
  restore: ['passphrase-file'],
}
const everywhere: readonly Option[] = ['help', 'stage', 'outputs', 'lambda', 'server']

/** Reads a command line; throws `Unable` for what no command takes. */
export const readArguments = (argv: readonly string[]): Given => {
  let parsed: ReturnType<typeof parseArgs<{ options: typeof options; allowPositionals: true }>>
  try {
    parsed = parseArgs({ args: [...argv], options, allowPositionals: true })
  } catch (error) {
    const [, named] = /'([^']+)'/.exec((error as Error).message) ?? []
    throw new Unable(`看不懂参数「${named ?? argv.join(' ')}」。用 --help 查看每个命令的写法。`)
  }
  const { values, positionals } = parsed
  const [command, subject, ...rest] = positionals
  if (rest.length > 0) throw new Unable(`多出的是「${rest.join(' ')}」。用 --help 查看每个命令的写法。`)
  if (command !== undefined && !Object.hasOwn(taken, command))
    throw new Unable(`没有「${command}」这个命令。用 --help 查看有哪些命令。`)
  const known = [...everywhere, ...(taken[command ?? ''] ?? [])]
  const strange = Object.keys(values).find((option) => !known.includes(option as Option))
  if (command !== undefined && strange !== undefined)
    throw new Unable(`命令 ${command} 没有 --${strange} 这个参数。`)
  const text = (option: Option): string | undefined => {
    const value = values[option]
    return typeof value === 'string' && value !== '' ? value : undefined
  }
  return {
    command,
    subject,
    text,
    must(option, what) {
      const value = text(option)
      if (value === undefined) throw new Unable(`请用 --${option} 写明${what}。`)
      return value
    },
    flag: (option) => values[option] === true,
  }
}
