import './adopt.css'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PackCard } from '../../../functions/api/contract/index.ts'
import { meQuery, queries, useApi } from '../../app/queries.ts'
import { Failed, Loading, Notice } from '../../app/states.tsx'
import { useTitle } from '../../app/title.ts'
import { renewConfiguration, useMayPublish } from '../draft.ts'
import { PackCards } from './cards.tsx'
import { Outcome } from './outcome.tsx'
import { Prepare } from './prepare.tsx'
import { PreviewPack } from './preview.tsx'
import { useAdoption, type Wanted } from './sequence.ts'

type AdoptProps = {
  readonly city: string
  readonly rev: number
  /** Told when adopting begins: from then on this page stays until it is left, whatever the draft holds. */
  readonly begin: () => void
  readonly leave: () => void
}

/** The first page of a city in which nothing is configured: choose a pack, and one button does the rest. */
export function Adopt({ city, rev, begin, leave }: AdoptProps) {
  const { t } = useTranslation('studio')
  const packs = useApi<{ items: readonly PackCard[] }>('/api/packs')
  const allowed = useMayPublish(city)
  const [chosen, setChosen] = useState<PackCard>()
  const [looked, setLooked] = useState<PackCard>()
  const [wanted, setWanted] = useState<Wanted>()
  const [progress, adopt] = useAdoption(city)
  const choose = (pack: PackCard) => {
    setLooked(undefined)
    setChosen(pack)
  }
  const goOn = () => {
    void renewConfiguration(city)
    // The city has its own name from now on, where it had none.
    void queries.invalidateQueries({ queryKey: meQuery.queryKey })
    leave()
  }
  const title = progress.state === 'running' ? t('adoption.running') : t('adoption.title')
  useTitle(title)
  if (!allowed) return <Notice title={t('empty')} lead={t('adoption.waiting')} />
  if (progress.state !== 'idle')
    return (
      <>
        <Heading title={progress.state === 'running' ? title : chosen?.title} />
        <Outcome city={city} progress={progress} again={() => wanted && adopt(wanted)} leave={goOn} />
      </>
    )
  if (chosen)
    return (
      <>
        <Heading title={t('adoption.adopting', { title: chosen.title })} />
        <Prepare
          city={city}
          pack={chosen}
          back={() => setChosen(undefined)}
          go={(request, note) => {
            const all = { request, note, rev }
            setWanted(all)
            begin()
            adopt(all)
          }}
        />
      </>
    )
  return (
    <>
      <Heading title={title} lead={t('adoption.lead')} />
      {packs.isPending && <Loading />}
      {packs.isError && <Failed error={packs.error} retry={packs.refetch} />}
      {packs.data && <PackCards city={city} packs={packs.data.items} look={setLooked} choose={choose} />}
      {looked && (
        <PreviewPack pack={looked} close={() => setLooked(undefined)} choose={() => choose(looked)} />
      )}
    </>
  )
}

function Heading({ title, lead }: { readonly title: string | undefined; readonly lead?: string }) {
  return (
    <header className="office-title">
      <div>
        <h1>{title}</h1>
        {lead && <p>{lead}</p>}
      </div>
    </header>
  )
}
