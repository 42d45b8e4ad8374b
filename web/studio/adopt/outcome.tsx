import { useNavigate } from '@tanstack/react-router'
import { Alert, Button, Spin } from 'antd'
import { useTranslation } from 'react-i18next'
import { type Progress, steps } from './sequence.ts'

type OutcomeProps = {
  readonly city: string
  readonly progress: Exclude<Progress, { state: 'idle' }>
  readonly again: () => void
  readonly leave: () => void
}

/** How far adopting has come, in words, and in the end the ways on. */
export function Outcome({ city, progress, again, leave }: OutcomeProps) {
  const { t } = useTranslation('studio')
  const navigate = useNavigate()
  const goTo = (to: '/studio/$city/members' | '/studio/$city/publish' | '/studio/$city/divisions') => {
    leave()
    void navigate({ to, params: { city } })
  }
  if (progress.state === 'done') {
    const open = progress.report.findings.filter(({ level }) => level === 'todo').length
    return (
      <section className="office-panel adopt-outcome">
        <Alert
          type="success"
          showIcon
          title={t('adoption.done')}
          description={t('adoption.doneLead', { count: open })}
        />
        <div className="adopt-actions">
          <Button type="primary" onClick={() => goTo('/studio/$city/members')}>
            {t('adoption.toMembers')}
          </Button>
          <Button onClick={() => goTo('/studio/$city/publish')}>{t('adoption.toTodo')}</Button>
          <Button onClick={leave}>{t('adoption.toConfiguration')}</Button>
        </div>
      </section>
    )
  }
  if (progress.state === 'blocked') {
    const errors = progress.report.findings.filter(({ level }) => level === 'error')
    const noTree = errors.some(({ document, pointer }) => document === 'profile' && pointer === '/divisions')
    return (
      <section className="office-panel adopt-outcome">
        <Alert
          type="warning"
          showIcon
          title={t('adoption.blocked')}
          description={
            <>
              <p>{t('adoption.blockedLead', { count: errors.length })}</p>
              <ul className="paste-faults">
                {errors.slice(0, 8).map(({ document, pointer, code, message }) => (
                  <li key={document + pointer + code}>{message}</li>
                ))}
              </ul>
            </>
          }
        />
        <div className="adopt-actions">
          {noTree && (
            <Button type="primary" onClick={() => goTo('/studio/$city/divisions')}>
              {t('adoption.toDivisions')}
            </Button>
          )}
          <Button onClick={() => goTo('/studio/$city/publish')}>{t('adoption.toList')}</Button>
        </div>
      </section>
    )
  }
  const at = steps.indexOf(progress.step)
  return (
    <section className="office-panel adopt-outcome">
      <ol className="adopt-steps" aria-live="polite">
        {steps.map((step, i) => (
          <li key={step} aria-current={i === at ? 'step' : undefined}>
            {i === at && progress.state === 'running' && <Spin size="small" />}
            <strong>{t(`adoption.steps.${step}`)}</strong>{' '}
            <span className="muted">
              {i < at ? t('adoption.stepDone') : i > at ? t('adoption.stepNext') : ''}
            </span>
          </li>
        ))}
      </ol>
      {progress.state === 'failed' && (
        <Alert
          type="error"
          showIcon
          title={t('adoption.failed', { step: t(`adoption.steps.${progress.step}`) })}
          description={progress.error.message}
          action={<Button onClick={again}>{t('adoption.again')}</Button>}
        />
      )}
    </section>
  )
}
