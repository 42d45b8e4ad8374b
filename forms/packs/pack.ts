import * as z from 'zod'
import { cityCode, key, label, text } from '../catalogue/source.ts'

/** `pack.json` beside the documents of a pack. */
export const packCard = z.strictObject({
  schema: z.literal(1),
  key: z.string().regex(/^\d{6}-[a-z]+$/),
  city: cityCode,
  title: label,
  summary: text,
})

/** A configuration that a city can adopt: document key → document, as it lies on disk. */
export type Pack = {
  readonly key: string
  readonly city: string
  readonly title: string
  readonly summary: string
  readonly documents: Readonly<Record<string, unknown>>
}

/** `form-self-care.json` → `form:self-care`, `catalogue.json` → `catalogue`. */
export const documentKey = (file: string): string => {
  const name = file.replace(/\.json$/, '')
  return name.startsWith('form-') ? `form:${name.slice('form-'.length)}` : name
}

/** `form:self-care` → `form-self-care.json`. */
export const documentFile = (document: string): string => `${document.replace(':', '-')}.json`

const known = z.union([
  z.enum([
    'profile',
    'objects',
    'programmes',
    'catalogue',
    'fees',
    'funds',
    'providers',
    'indicators',
    'notice',
    'disclosure',
  ]),
  z
    .string()
    .regex(/^form:/)
    .refine((name) => key.safeParse(name.slice(5)).success),
])

/**
 * Builds a pack from the parsed files of its folder, named as on disk. Pure. Throws an Error that names the file when
 * `pack.json` is missing or wrong, or a file is no document of a configuration. The documents themselves are judged later.
 */
export const readPack = (files: Readonly<Record<string, unknown>>): Pack => {
  const card = packCard.safeParse(files['pack.json'])
  if (!card.success) throw new Error(`pack.json: ${z.prettifyError(card.error)}`)
  const { schema: _, ...about } = card.data
  const documents: Record<string, unknown> = {}
  for (const [file, document] of Object.entries(files)) {
    if (file === 'pack.json') continue
    const name = documentKey(file)
    if (!file.endsWith('.json') || !known.safeParse(name).success)
      throw new Error(`${file}: 不是配置文件，请移出此文件夹`)
    documents[name] = document
  }
  return { ...about, documents }
}
