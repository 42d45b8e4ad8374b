import { useTranslation } from 'react-i18next'
import { SelectEntry, type Wrongs } from '../entry/field.tsx'
import type { RegistrationEntry } from '../registration.ts'
import type { Ground } from './places.ts'

type PlaceProps = {
  readonly entry: RegistrationEntry
  readonly ground: Ground
  readonly wrongs: Wrongs
  readonly change: (part: Partial<RegistrationEntry>, path: string) => void
}

/** Township, then village, of those that the reader may register in. */
export function Place({ entry, ground, wrongs, change }: PlaceProps) {
  const { t } = useTranslation('register')
  const { t: entryWords } = useTranslation('entry')
  const villages = entry.township === '' ? [] : ground.villagesOf(entry.township)
  const unlisted = villages.length === 1 && villages[0]?.code === entry.township
  const options = (list: Ground['townships']) => ({
    '': list.map(({ code, name }) => ({ value: code, label: name })),
  })
  return (
    <>
      <SelectEntry
        path="township"
        label={t('township')}
        wrongs={wrongs}
        required
        value={entry.township}
        set={(township) => change({ township, village: '' }, 'township')}
        empty={entryWords('choose')}
        groups={options(ground.townships)}
        {...(unlisted && { hint: t('villages') })}
      />
      {villages.length > 0 && !unlisted && (
        <SelectEntry
          path="village"
          label={t('village')}
          wrongs={wrongs}
          required
          value={entry.village}
          set={(village) => change({ village }, 'village')}
          empty={entryWords('choose')}
          groups={options(villages)}
        />
      )}
    </>
  )
}
