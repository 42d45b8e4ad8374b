import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseView, HouseholdFile } from '../../../functions/api/contract/index.ts'
import { cityPath, send } from '../../app/client.ts'
import { Group, OptionEntry, TextEntry } from '../entry/field.tsx'
import { useMistakes } from '../entry/mistakes.ts'
import { Refusal } from '../entry/refusal.tsx'
import { useSay } from '../entry/say.ts'
import { readAgain, useSending } from '../entry/sending.ts'
import { Sheet } from '../entry/sheet.tsx'
import { mended } from '../refused.ts'
import { todayHere } from '../when.ts'
import { type ActionEntry, type ActionName, actionMistakes, actionRequest, blankAction } from './action.ts'
import { Provider } from './provider.tsx'
import { VisitPair } from './visit-pair.tsx'

type ActProps = {
  readonly city: string
  readonly file: HouseholdFile
  readonly value: CaseView
  readonly action: ActionName
  readonly close: () => void
}

/** One action on a case: what it does, what must be said for it, and the button that does it. */
export function Act({ city, file, value, action, close }: ActProps) {
  const { t } = useTranslation('opening')
  const { t: words } = useTranslation('entry')
  const say = useSay()
  const [entry, setEntry] = useState<ActionEntry>({
    ...blankAction,
    assignee: value.assignee ?? '',
    partner: value.partner ?? '',
  })
  const sending = useSending(city)
  const today = todayHere()
  const found = useMemo(() => actionMistakes(action, entry, today, say), [action, entry, today, say])
  const mistakes = useMistakes(found, sending.refused)
  const { wrongs } = mistakes
  const change = (part: Partial<ActionEntry>, path: string) => {
    sending.setRefused(mended(sending.refused, path))
    setEntry({ ...entry, ...part })
  }
  const submit = async () => {
    if (!mistakes.inOrder()) return
    const request = actionRequest(action, entry, file.id)
    const sent = () => send('PATCH', cityPath(city, `cases/${value.id}`), request, { rev: value.rev })
    if (await sending.run(sent)) close()
  }
  const reasoned = action === 'return' || action === 'stop' || action === 'close' || action === 'decide'
  // Somebody else was quicker, or the answer to the first press was lost: what to do is seen from how it stands now.
  const stale = sending.refused?.code === 'stale' || sending.refused?.code === 'conflict'
  return (
    <Sheet className="stack entry" busy={sending.busy} submit={submit}>
      <h2>{t(`act.${action}`)}</h2>
      <p className="muted">{t(`lead.${action}`)}</p>
      <Refusal
        message={sending.refused?.message}
        mistakes={mistakes.shown}
        labels={{
          assignee: t('assignee'),
          partner: t('partner'),
          due: t('due'),
          provider: t('provider'),
          approved: t('decision'),
          reason: t('reason'),
        }}
      >
        {stale && (
          <button type="button" className="button quiet" onClick={() => void readAgain(city).then(close)}>
            {t('refresh')}
          </button>
        )}
      </Refusal>
      {(action === 'accept' || action === 'assign') && (
        <VisitPair
          city={city}
          file={file}
          programme={value.programme}
          entry={entry}
          wrongs={wrongs}
          change={change}
        />
      )}
      {action === 'refer' && (
        <Provider
          city={city}
          file={file}
          value={entry.provider}
          set={(provider) => change({ provider }, 'provider')}
          wrongs={wrongs}
        />
      )}
      {action === 'decide' && (
        <Group path="approved" label={t('decision')} wrongs={wrongs} required>
          <div className="options">
            {([true, false] as const).map((approved) => (
              <OptionEntry
                key={String(approved)}
                name="approved"
                label={t(approved ? 'approved' : 'refused')}
                checked={entry.approved === approved}
                set={() => change({ approved }, 'approved')}
              />
            ))}
          </div>
        </Group>
      )}
      {reasoned && (
        <TextEntry
          path="reason"
          label={t('reason')}
          hint={t(action === 'decide' ? 'refusalHint' : 'reasonHint')}
          wrongs={wrongs}
          required={action !== 'decide'}
          rows={3}
          value={entry.reason}
          set={(reason) => change({ reason }, 'reason')}
        />
      )}
      <div className="actions">
        <button type="button" className="button quiet" onClick={close}>
          {t('cancel', { ns: 'app' })}
        </button>
        <button type="submit" className="button" aria-disabled={sending.busy}>
          {sending.busy ? words('sending') : t('confirm', { action: t(`act.${action}`) })}
        </button>
      </div>
    </Sheet>
  )
}
