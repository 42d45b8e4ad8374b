import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { alone } from '../../../infra/local/process/alone.ts'
import { isAlive, temporaryFolder, until } from '../../e2e/system.ts'

let place: Awaited<ReturnType<typeof temporaryFolder>>
let lock: string
beforeAll(async () => {
  place = await temporaryFolder()
  lock = join(place.folder, 'lock')
})
afterAll(() => place.remove())

test('what is done alone is done one after the other, and leaves no lock', async () => {
  let inside = 0
  let most = 0
  const work = async () => {
    inside += 1
    most = Math.max(most, inside)
    await wait(20)
    inside -= 1
  }
  await Promise.all([1, 2, 3].map(() => alone(lock, work)))
  expect(most).toBe(1)
  expect(existsSync(lock)).toBe(false)
})

test('what fails lets the next one in, and says so', async () => {
  await expect(alone(lock, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await alone(lock, async () => 'in')).toBe('in')
})

test('the lock of a process that is gone holds nobody up; that of a living one does', async () => {
  writeFileSync(lock, '999999999')
  expect(await alone(lock, async () => 'in')).toBe('in')
  writeFileSync(lock, String(process.pid))
  let done = false
  const waiting = alone(lock, async () => {
    done = true
  })
  await wait(200)
  expect(done).toBe(false)
  writeFileSync(lock, '999999999')
  await waiting
})

test('a lock of yesterday holds nobody up, whatever process has its number today', async () => {
  writeFileSync(lock, `${process.pid} ${Date.now() - 86_400_000}`)
  expect(await alone(lock, async () => 'in')).toBe('in')
  expect(existsSync(lock)).toBe(false)
})

test.runIf(process.platform === 'linux')(
  'a process that has ended is none, though nobody asked how',
  async () => {
    // The shell becomes a sleeper, which never asks how its child ended; only then the child ends.
    const ending = '(while grep -q "^sh$" /proc/$$/comm; do sleep 0.05; done)'
    const shell = spawn('sh', ['-c', `${ending} & echo $!; exec sleep 60`])
    const [child] = (await once(shell.stdout, 'data')) as [Buffer]
    await until(() => !isAlive(Number(child)))
    expect(() => process.kill(Number(child), 0)).not.toThrow()
    expect(isAlive(shell.pid ?? 0)).toBe(true)
    shell.kill('SIGKILL')
    await once(shell, 'exit')
  },
)

test('a place where nothing can be written is said at once', async () => {
  await expect(alone(join(place.folder, 'none', 'lock'), async () => {})).rejects.toThrow('ENOENT')
})
