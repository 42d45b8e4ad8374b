import { useTranslation } from 'react-i18next'
import { fieldId } from '../../form/context.ts'
import { Group, OptionEntry, type Wrongs } from '../entry/field.tsx'
import type { RegistrationEntry } from '../registration.ts'
import { noticeVersion, type Told, toldText } from './notice.ts'

type BasisProps = {
  readonly entry: RegistrationEntry
  readonly told: Told
  readonly release: number
  readonly wrongs: Wrongs
  readonly change: (part: Partial<RegistrationEntry>, path: string) => void
}

const bases = ['statutory_duty', 'consent'] as const

/** On what ground the people's data is kept, what they are told, and where it is asked, that they agree. */
export function Basis({ entry, told, release, wrongs, change }: BasisProps) {
  const { t } = useTranslation('register')
  return (
    <section className="card">
      <h2>{t('basis')}</h2>
      <Group path="lawfulBasis" label={t('lawful')} wrongs={wrongs} required>
        <div className="options">
          {bases.map((basis) => (
            <OptionEntry
              key={basis}
              name="lawfulBasis"
              label={t(`bases.${basis}`)}
              checked={entry.basis === basis}
              set={() => change({ basis, agreed: false }, 'lawfulBasis')}
            />
          ))}
        </div>
      </Group>
      <h3>{t('read')}</h3>
      <div className="told">
        {toldText(told, t).map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </div>
      <p className="muted">{t('version', { version: noticeVersion(release) })}</p>
      {entry.basis === 'consent' && (
        <div className="question" id={fieldId('agreed')}>
          <OptionEntry
            label={t('agreed')}
            checked={entry.agreed}
            set={(agreed) => change({ agreed }, 'agreed')}
          />
          {wrongs.has('agreed') && <p className="error">{wrongs.get('agreed')}</p>}
        </div>
      )}
    </section>
  )
}
