import { useMutation } from '@tanstack/react-query'
import type { Element } from '#forms/elements'
import type { MappedField } from '#forms/mapping'
import type { DraftBody } from '../../../functions/api/contract/index.ts'
import { cityPath, get, send } from '../../app/client.ts'
import { renewConfiguration } from '../draft.ts'
import { placeOf, valueAt, withValue } from '../structured/place.ts'

type Wish = {
  readonly document: string
  readonly field: Pick<MappedField, 'pointer'>
  /** `undefined` takes the mapping back. */
  readonly element: Element | undefined
}

/**
 * Points a question to an element in the draft. The element's sensitivity comes with it where the question says none.
 * Works on the newest text, so that nobody's change is overwritten.
 */
export const useMapField = (city: string) =>
  useMutation({
    mutationFn: async ({ document: key, field, element }: Wish) => {
      const path = cityPath(city, `draft/${encodeURIComponent(key)}`)
      const { document, rev } = await get<DraftBody>(path)
      const place = [...placeOf(field.pointer), 'properties']
      const before = valueAt(document, place)
      const known = typeof before === 'object' && before !== null ? before : {}
      const { element: _, ...rest } = known as Readonly<Record<string, unknown>>
      const after = element
        ? {
            element: element.code,
            ...(!('sensitivity' in rest) && { sensitivity: element.sensitivity }),
            ...rest,
          }
        : rest
      return (await send<DraftBody>('PUT', path, withValue(document, place, after), { rev })).body
    },
    onSettled: () => renewConfiguration(city),
  })
