import type { Profile } from '../catalogue/index.ts'
import type { Figures } from './judge.ts'

/**
 * How many cases the city found itself (主动发现, 政策找人) of all whose channel it knows (S1-01). `sources` are keys of
 * channels, one for each case; a key that the city does not have counts nowhere.
 */
export const outreachShare = (
  { channels }: Pick<Profile, 'channels'>,
  sources: readonly string[],
): Required<Pick<Figures, 'numerator' | 'denominator'>> => {
  const kinds = new Map(channels.map(({ key, kind }) => [key, kind]))
  const known = sources.filter((source) => kinds.has(source))
  return {
    numerator: known.filter((source) => kinds.get(source) === 'outreach').length,
    denominator: known.length,
  }
}
