import { useMutation } from '@tanstack/react-query'
import { Alert, App, Button, Checkbox, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { CheckReport, Draft, Release } from '../../../functions/api/contract/index.ts'
import { cityPath, send } from '../../app/client.ts'
import { isProblem } from '../../app/problem.ts'
import { renewConfiguration } from '../draft.ts'
import { today } from '../today.ts'
import { Consequences } from './consequences.tsx'
import { useDraftDiff } from './diff.ts'
import { countOf } from './effects.ts'
import { Consequence, type Waiting } from './waiting.tsx'

type SendProps = {
  readonly city: string
  readonly draft: Draft
  readonly report: CheckReport
  readonly waiting: Waiting | undefined
  readonly published: (release: Release) => void
}
type Fields = { readonly note: string; readonly from?: string }

/** The last step: what it means for answers, what was changed and why, from when on. */
export function Send({ city, draft, report, waiting, published }: SendProps) {
  const { t } = useTranslation('studio')
  const { message } = App.useApp()
  const diff = useDraftDiff(city, draft)
  const [form] = Form.useForm<Fields>()
  const from = Form.useWatch('from', form) ?? ''
  const planned = waiting?.release.effectiveFrom ?? ''
  /** Something is used until the planned day, and the draft holds what was planned: it cannot come earlier. */
  const tooEarly = waiting?.inUse === true && from < planned
  const publish = useMutation({
    mutationFn: async ({ note, from }: Fields) => {
      const later = from && from > today() ? { effectiveFrom: from } : {}
      return (await send<Release>('POST', cityPath(city, 'releases'), { note, rev: draft.rev, ...later }))
        .body
    },
    onSuccess: async (release) => {
      published(release)
      await renewConfiguration(city)
    },
    onError: (error) => {
      const moved = isProblem(error) && (error.problem.code === 'stale' || error.problem.code === 'conflict')
      void message.error(error.message || t('publish.conflict'))
      if (moved) void renewConfiguration(city)
    },
  })
  const errors = report.findings.filter(({ level }) => level === 'error').length
  const losses = countOf(diff.data?.changes ?? [], 'loses-answers')
  return (
    <section className="office-panel">
      <h2>{t('publish.publish')}</h2>
      {report.publishable ? (
        <Alert type="success" showIcon title={t('publish.ready')} />
      ) : (
        <Alert type="error" showIcon title={t('publish.blocked', { count: errors })} />
      )}
      <Form<Fields>
        form={form}
        initialValues={{ from: planned }}
        layout="vertical"
        disabled={!report.publishable}
        onFinish={(fields) => publish.mutate(fields)}
      >
        <Form.Item
          name="note"
          label={t('publish.note')}
          extra={t('publish.noteHint')}
          rules={[{ required: true, whitespace: true, message: t('publish.noteMissing') }]}
        >
          <Input.TextArea rows={3} maxLength={500} showCount />
        </Form.Item>
        <Form.Item
          name="from"
          label={t('publish.when')}
          extra={waiting?.inUse ? undefined : t('publish.today')}
        >
          <Input type="date" min={waiting?.inUse ? planned : today()} />
        </Form.Item>
        {waiting && <Consequence waiting={waiting} from={from} />}
        {diff.data && draft.base > 0 && <Consequences city={city} changes={diff.data.changes} />}
        {losses > 0 && (
          // Another draft is another question: the tick of the last one does not answer it.
          <Form.Item
            key={draft.rev}
            name={['known', `${draft.rev}`]}
            valuePropName="checked"
            rules={[
              {
                validator: (_, ticked) =>
                  ticked === true ? Promise.resolve() : Promise.reject(new Error(t('effects.knownMissing'))),
              },
            ]}
          >
            <Checkbox>{t('effects.known', { count: losses })}</Checkbox>
          </Form.Item>
        )}
        <Button
          type="primary"
          htmlType="submit"
          disabled={!diff.data || !report.publishable || tooEarly}
          loading={publish.isPending}
        >
          {publish.isPending ? t('publish.publishing') : t('publish.publish')}
        </Button>
      </Form>
    </section>
  )
}
