import { Button, Form, Input } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { provinceName } from '#forms/standards'
import type { AdoptRequest, PackCard } from '../../../functions/api/contract/index.ts'
import { useMe } from '../../app/queries.ts'
import { readDivisions } from './divisions.ts'
import { mostDivisions, PasteDivisions } from './paste.tsx'

type Fields = { readonly name?: string; readonly province?: string; readonly note: string }
type PrepareProps = {
  readonly city: string
  readonly pack: PackCard
  readonly back: () => void
  readonly go: (request: AdoptRequest, note: string) => void
}

/** What has to be known before one button does all the rest: of one's own pack nothing, of another city's the place. */
export function Prepare({ city, pack, back, go }: PrepareProps) {
  const { t } = useTranslation('studio')
  const me = useMe()
  const named = me.data?.memberships.find(({ code }) => code === city)?.name ?? ''
  const own = pack.city === city
  const [text, setText] = useState('')
  const pasted = useMemo(() => readDivisions(text, city), [text, city])
  const tooMany = pasted.divisions.length > mostDivisions
  const send = ({ name = '', province = '', note }: Fields) =>
    go(
      {
        pack: pack.key,
        ...(!own && {
          place: { name: name.trim(), province: province.trim(), divisions: pasted.divisions },
        }),
      },
      note,
    )
  return (
    <section className="office-panel adopt-prepare">
      <p>{own ? t('adoption.ownLead') : t('adoption.otherLead', { city: cityOf(pack) })}</p>
      <Form<Fields>
        layout="vertical"
        requiredMark={false}
        initialValues={{
          name: /^\d+$/.test(named) ? '' : named,
          province: provinceName(city).replace(/^\d+$/, ''),
          note: t('adoption.noteText', { title: pack.title }),
        }}
        onFinish={send}
      >
        {!own && (
          <>
            <div className="adopt-place">
              <Form.Item
                name="name"
                label={t('adoption.name')}
                extra={t('adoption.nameHint')}
                rules={[{ required: true, whitespace: true, max: 40, message: t('adoption.nameWrong') }]}
              >
                <Input autoComplete="off" />
              </Form.Item>
              <Form.Item
                name="province"
                label={t('adoption.province')}
                rules={[{ required: true, whitespace: true, max: 40, message: t('adoption.provinceWrong') }]}
              >
                <Input autoComplete="off" />
              </Form.Item>
            </div>
            <h2>{t('adoption.divisions')}</h2>
            <PasteDivisions city={city} text={text} pasted={pasted} change={setText} />
            {pasted.divisions.length === 0 && <p className="muted">{t('adoption.divisionsLater')}</p>}
          </>
        )}
        <Form.Item
          name="note"
          label={t('adoption.note')}
          rules={[{ required: true, whitespace: true, max: 500, message: t('publish.noteMissing') }]}
        >
          <Input autoComplete="off" />
        </Form.Item>
        <div className="adopt-actions">
          <Button type="primary" size="large" htmlType="submit" disabled={tooMany}>
            {own || pasted.divisions.length > 0 ? t('adoption.go') : t('adoption.goDraft')}
          </Button>
          <Button size="large" onClick={back}>
            {t('adoption.back')}
          </Button>
        </div>
      </Form>
    </section>
  )
}

/** The title of every pack begins with whose it is. */
const cityOf = ({ title, paper }: PackCard): string =>
  /^[^“《，]{2,9}?[市县区]/.exec(title)?.[0] ?? paper?.title ?? title
