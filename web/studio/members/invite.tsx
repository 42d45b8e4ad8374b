import { App, Button, Drawer, Form, Input, QRCode, Space } from 'antd'
import { useTranslation } from 'react-i18next'
import type { InvitationLink, ProviderCard } from '../../../functions/api/contract/index.ts'
import { invitationLink } from '../../app/invitation-link.ts'
import { useLeaving } from '../leaving.tsx'
import { atMinute } from '../look.ts'
import { useInvite } from './data.ts'
import { NameField } from './edit.tsx'
import { type GrantFields, Grants, grantOf } from './grants.tsx'
import type { Branch } from './tree.ts'

type Fields = { readonly name: string; readonly roles: readonly GrantFields[] }
type InviteProps = {
  readonly city: string
  readonly branches: readonly Branch[]
  readonly providers: readonly ProviderCard[]
  readonly close: () => void
}

/** Name and roles, then the link, which is shown this once. */
export function Invite({ city, branches, providers, close }: InviteProps) {
  const { t } = useTranslation('studio')
  const { message } = App.useApp()
  const [form] = Form.useForm<Fields>()
  const invite = useInvite(city)
  const { leave, question } = useLeaving(form, close)
  const send = ({ name, roles }: Fields) =>
    invite.mutate(
      { name: name.trim(), roles: roles.map(grantOf) },
      { onError: (error) => void message.error(error.message) },
    )
  if (invite.data)
    return (
      <Drawer
        open
        size={520}
        title={t('invitations.ready')}
        onClose={close}
        footer={
          <Button type="primary" onClick={close}>
            {t('invitations.done')}
          </Button>
        }
      >
        <Ready city={city} link={invite.data} />
      </Drawer>
    )
  return (
    <Drawer
      open
      size={520}
      title={t('invitations.formTitle')}
      onClose={leave}
      footer={
        <Button type="primary" loading={invite.isPending} onClick={() => form.submit()}>
          {invite.isPending ? t('invitations.making') : t('invitations.make')}
        </Button>
      }
    >
      <p className="modal-lead">{t('invitations.formLead')}</p>
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ name: '', roles: [{}] }}
        onFinish={send}
      >
        <NameField />
        <Grants branches={branches} providers={providers} />
      </Form>
      {question}
    </Drawer>
  )
}

function Ready({ city, link }: { readonly city: string; readonly link: InvitationLink }) {
  const { t } = useTranslation('studio')
  const { message } = App.useApp()
  const address = invitationLink({ city, secret: link.secret })
  const copy = () =>
    navigator.clipboard.writeText(address).then(
      () => void message.success(t('invitations.copied')),
      () => void message.warning(t('invitations.copyFailed')),
    )
  return (
    <div className="invitation-ready">
      <p>{t('invitations.readyLead', { name: link.name, date: atMinute(link.expires) })}</p>
      <Space.Compact block>
        <Input
          readOnly
          value={address}
          aria-label={t('invitations.link')}
          onFocus={(e) => e.target.select()}
        />
        <Button type="primary" onClick={() => void copy()}>
          {t('members.copy')}
        </Button>
      </Space.Compact>
      <p className="muted">{t('invitations.scan')}</p>
      <QRCode value={address} type="svg" size={192} aria-label={t('invitations.scan')} />
    </div>
  )
}
