import { freePort, inOneProcess, run, type Started, start, temporaryFolder } from './system.ts'

/** Where the system of this test file keeps its data, and where it was told to run. */
export let place: Awaited<ReturnType<typeof temporaryFolder>>
export let port: number
export let environment: Readonly<Record<string, string>>
/** The system that runs now. */
export let system: Started

export const startRunning = async (args: readonly string[]): Promise<void> => {
  place = await temporaryFolder()
  port = await freePort()
  environment = { YIHU_PORT: String(port), YIHU_DATA: place.folder }
  system = await start(environment, args)
}
export const stopRunning = async (): Promise<void> => {
  await system?.stop()
  await place?.remove()
}

/** Starts again on the same data, after a stop. */
export const startAgain = async (args: readonly string[] = inOneProcess): Promise<void> => {
  system = await start(environment, args)
}

export const token = async (subject: string): Promise<string> => {
  const { said, over } = run('infra/local/token.ts', [subject], environment)
  await over
  return said().trim()
}
export const ask = async (path: string, subject: string, bearer?: string) =>
  fetch(`${system.origin}/api${path}`, {
    headers: { authorization: `Bearer ${bearer ?? (await token(subject))}` },
  })
export const read = async <T>(path: string, subject: string, bearer?: string): Promise<T> =>
  (await (await ask(path, subject, bearer)).json()) as T
export type Listed = {
  readonly items: readonly { readonly id: string; readonly kind: string; readonly code: string }[]
}
export const tasks = async () => (await read<Listed>('/cities/341700/tasks/mine', '341700.worker')).items
