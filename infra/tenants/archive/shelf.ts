import { mkdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type Bucket, getObject, ObjectFault, putObject } from '../../../functions/store/operator-objects.ts'
import { Unable } from '../ground.ts'
import { keysFile, manifestFile, rowsFile } from './manifest.ts'
import { measureFile } from './pack.ts'

/** What one request takes. */
const largest = 5 * 1024 ** 3
/** The manifest last: an archive without one is none. */
const files = [rowsFile, keysFile, manifestFile]

/** `s3://<bucket>/T/341700/2026-11-23-0a1b2c3d`. */
const shape = /^s3:\/\/([a-z0-9.-]{3,63})\/(T\/(\d{6})\/[\w-]+)$/

export const isOnShelf = (place: string): boolean => place.startsWith('s3://')

/** The city whose archive an address names. Throws `Unable`. */
export const cityOnShelf = (place: string): string => {
  const [, name, , city] = shape.exec(place) ?? []
  if (name === undefined || city === undefined)
    throw new Unable(`「${place}」不是归档的地址，应形如 s3://<桶>/T/341700/2026-11-23-0a1b2c3d。`)
  return city
}

/** Parts of an address of an archive in the stage's own bucket. Throws `Unable`. */
export const shelved = (place: string, bucket: string): { readonly key: string; readonly city: string } => {
  const city = cityOnShelf(place)
  const [, name, key = ''] = shape.exec(place) ?? []
  if (name !== bucket) throw new Unable(`归档应在本环境的桶 ${bucket} 里，不是 ${name}。`)
  return { key, city }
}

/** Lays an archive into the bucket, under the city's own part of it, and answers its address. */
export const shelve = async (
  bucket: Bucket,
  folder: string,
  { city, at, id }: { readonly city: string; readonly at: string; readonly id: string },
): Promise<string> => {
  const key = `T/${city}/${at.slice(0, 10)}-${id.slice(0, 8)}`
  for (const name of files) {
    const path = join(folder, name)
    if (statSync(path).size > largest)
      throw new Unable(`${name} 超过 5 GB，一次请求放不进桶里。请改用 --to <文件夹>，再用其他工具上传。`)
    await putObject(bucket, `${key}/${name}`, { path, ...(await measureFile(path)) })
  }
  return `s3://${bucket.name}/${key}`
}

/** Brings an archive from the bucket into a folder. */
export const fetchArchive = async (bucket: Bucket, key: string, folder: string): Promise<void> => {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  for (const name of files)
    await getObject(bucket, `${key}/${name}`, join(folder, name)).catch((error) => {
      if (!(error instanceof ObjectFault)) throw error
      throw new Unable(`取不到归档的 ${name}（${error.status}）。请核对地址，以及凭证是否属于该市的运维。`)
    })
}
