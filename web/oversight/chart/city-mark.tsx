import { markOf } from './mark.ts'

/** The sign under which a city stands in every picture and table of the room. */
export function CityMark({ index }: { readonly index: number }) {
  const { path, colour } = markOf(index)
  return (
    <svg className="city-mark" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={path} fill={colour} />
    </svg>
  )
}
