import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fetchArchive, isOnShelf, shelve, shelved } from './archive/shelf.ts'
import { exportCity } from './export.ts'
import { type Ground, Unable } from './ground.ts'

const bucketOf = ({ bucket, place }: Ground) => {
  if (!bucket) throw new Unable(`${place}没有归档桶，请写本机的文件夹。`)
  return bucket
}

const inPassing = async <T>(work: (folder: string) => Promise<T>): Promise<T> => {
  const space = mkdtempSync(join(tmpdir(), 'yihu-archive-'))
  try {
    return await work(join(space, 'archive'))
  } finally {
    rmSync(space, { recursive: true, force: true })
  }
}

/** Works on an archive that lies in a folder, or in the stage's bucket, from where it is brought here for so long. */
export const withArchive = async <T>(
  address: string,
  ground: () => Promise<Ground>,
  work: (folder: string) => Promise<T>,
): Promise<T> => {
  if (!isOnShelf(address)) return work(address)
  const bucket = bucketOf(await ground())
  const { key } = shelved(address, bucket.name)
  return inPassing(async (folder) => {
    await fetchArchive(bucket, key, folder)
    return work(folder)
  })
}

/** Exports into a folder, or (`s3`) into the stage's bucket; answers where the archive is. */
export const exportTo = async (
  ground: Ground,
  to: string,
  options: Omit<Parameters<typeof exportCity>[1], 'folder'>,
) => {
  // What is not whole yet lies beside it, so it needs a name of its own: `out/` is `out`.
  const at = to.replace(/(?<=.)\/+$/, '')
  if (to !== 's3') return { at, ...(await exportCity(ground, { ...options, folder: at })) }
  const bucket = bucketOf(ground)
  return inPassing(async (folder) => {
    const done = await exportCity(ground, { ...options, folder })
    const { contents } = done.manifest
    const { city, at: moment } = contents
    return { at: await shelve(bucket, folder, { city, at: moment, id: done.id }), ...done }
  })
}
