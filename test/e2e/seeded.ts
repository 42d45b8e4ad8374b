import { createHash } from 'node:crypto'
import { cp, readdir, rename, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { localDate } from '#forms/standards'
import { alone } from '../../infra/local/process/alone.ts'
import { newest } from '../../infra/local/process/build.ts'
import { freePort, type Started, start } from './system.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const short = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12)
const own = join(tmpdir(), `yihu-seeded-${short(root)}`)

/** Demo data is as of a day, and as the sources of that moment make it. */
const nameNow = (): string => {
  const changed = Math.max(...['forms', 'functions', 'infra'].map((source) => newest(join(root, source))))
  return `${own}-${short(`${localDate(new Date())} ${changed}`)}`
}

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )

/** Starts the system as it ships for the first time, and keeps what it leaves in its folder. */
const make = async (home: string): Promise<void> => {
  const making = `${home}.making`
  await rm(making, { recursive: true, force: true })
  const first = await start({ YIHU_PORT: String(await freePort()), YIHU_DATA: making })
  const code = await first.stop()
  if (code !== 0) throw new Error(`the first start ended with ${code}:\n${first.said()}`)
  await rename(making, home)
  for (const name of await readdir(tmpdir()))
    if (name.startsWith(`${basename(own)}-`) && name !== basename(home))
      await rm(join(tmpdir(), name), { recursive: true, force: true })
}

/**
 * Copies the folder of a first start with all its demo data, which is made once for all test files. They run side by side:
 * at midnight one may make another day's, and nobody may still be copying the old one, which goes then.
 */
const copySeeded = (folder: string): Promise<void> =>
  alone(`${own}.lock`, async () => {
    const home = nameNow()
    if (!(await isThere(home))) await make(home)
    await cp(home, folder, { recursive: true })
  })

/** Starts the system as it ships on a copy of the demo data, which would take as long again to write as to start. */
export const startSeeded = async (folder: string): Promise<Started> => {
  await copySeeded(folder)
  return start({ YIHU_PORT: String(await freePort()), YIHU_DATA: folder })
}
