import { useState } from 'react'
import type { AdoptRequest, CheckReport, Draft, Release } from '../../../functions/api/contract/index.ts'
import { cityPath, send } from '../../app/client.ts'

export const steps = ['adopting', 'checking', 'publishing'] as const
export type Step = (typeof steps)[number]

export type Progress =
  | { readonly state: 'idle' }
  | { readonly state: 'running'; readonly step: Step }
  | { readonly state: 'failed'; readonly step: Step; readonly error: Error }
  /** Adopted; what the check says has to be settled first. */
  | { readonly state: 'blocked'; readonly report: CheckReport }
  | { readonly state: 'done'; readonly report: CheckReport; readonly release: Release }

export type Wanted = { readonly request: AdoptRequest; readonly rev: number; readonly note: string }

/** Adopts, checks and, where nothing is wrong, publishes. Every step can be tried again: what is done stays done. */
export function useAdoption(city: string): readonly [Progress, (wanted: Wanted) => void] {
  const [progress, setProgress] = useState<Progress>({ state: 'idle' })
  const [key] = useState(() => crypto.randomUUID())
  const [adopted, setAdopted] = useState<number>()

  const run = async ({ request, rev, note }: Wanted): Promise<void> => {
    let step: Step = 'adopting'
    const begin = (next: Step) => {
      step = next
      setProgress({ state: 'running', step })
    }
    try {
      begin('adopting')
      const base = adopted ?? rev
      const draft = await send<Draft>('POST', cityPath(city, 'draft/adopt'), request, { rev: base })
      setAdopted(draft.body.rev)
      begin('checking')
      const { body: report } = await send<CheckReport>('POST', cityPath(city, 'draft/check'), {})
      if (!report.publishable) return setProgress({ state: 'blocked', report })
      begin('publishing')
      const asked = { note, rev: report.rev }
      const { body: release } = await send<Release>('POST', cityPath(city, 'releases'), asked, { key })
      setProgress({ state: 'done', report, release })
    } catch (thrown) {
      const error = thrown instanceof Error ? thrown : new Error(String(thrown))
      setProgress({ state: 'failed', step, error })
    }
  }
  return [progress, (wanted) => void run(wanted)]
}
