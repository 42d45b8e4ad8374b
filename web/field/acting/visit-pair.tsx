import type { Programmes } from '#forms/catalogue'
import type { HouseholdFile } from '../../../functions/api/contract/index.ts'
import { usePlaces } from '../../app/divisions.ts'
import { useLiveDocument } from '../../app/documents.ts'
import { Failed, Loading } from '../../app/states.tsx'
import type { Wrongs } from '../entry/field.tsx'
import type { PairEntry } from '../opening/pair.ts'
import { Pair } from '../opening/pair.tsx'
import { useVisiting } from '../opening/visiting.ts'

type VisitPairProps = {
  readonly city: string
  readonly file: HouseholdFile
  readonly programme: string
  readonly entry: PairEntry
  readonly wrongs: Wrongs
  readonly change: (part: Partial<PairEntry>, path: string) => void
}

/** Who visits, where a case is accepted or changes hands. */
export function VisitPair({ city, file, programme, entry, wrongs, change }: VisitPairProps) {
  const { profile } = usePlaces(city)
  const { document } = useLiveDocument<Programmes>(city, 'programmes')
  const forms = document.data?.programmes.find(({ key }) => key === programme)?.forms
  const { visiting, failed } = useVisiting(city, file.path, forms, profile)
  if (failed ?? (document.isError && !document.data)) return <Failed error={failed ?? document.error} />
  if (!visiting || !document.data) return <Loading />
  return <Pair entry={entry} visiting={visiting} wrongs={wrongs} required change={change} />
}
