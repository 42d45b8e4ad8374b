import type { Sample } from '#forms/definition'
import { format } from '../document/text.ts'

type Written = Readonly<Record<string, unknown>> & { readonly samples?: unknown }

const written = (text: string): Written | undefined => {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Written) : undefined
  } catch {
    return undefined
  }
}

const samplesOf = ({ samples }: Written): readonly unknown[] => (Array.isArray(samples) ? samples : [])

/** The text of a form document with one more sample; `undefined` while it is no JSON. */
export const withSample = (text: string, sample: Sample): string | undefined => {
  const form = written(text)
  return form && format({ ...form, samples: [...samplesOf(form), sample] })
}

/** The text of a form document without the sample at this place; `undefined` while it is no JSON. */
export const withoutSample = (text: string, index: number): string | undefined => {
  const form = written(text)
  return form && format({ ...form, samples: samplesOf(form).filter((_, at) => at !== index) })
}

/** The text of a form document with this sample at that place; `undefined` while it is no JSON. */
export const withSampleAt = (text: string, index: number, sample: Sample): string | undefined => {
  const form = written(text)
  return form && format({ ...form, samples: samplesOf(form).map((one, at) => (at === index ? sample : one)) })
}
