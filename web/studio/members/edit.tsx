import { Alert, App, Button, Drawer, Form, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MemberCard, ProviderCard, RoleGrant } from '../../../functions/api/contract/index.ts'
import { isProblem } from '../../app/problem.ts'
import { useLeaving } from '../leaving.tsx'
import { freshMember, useChangeMember } from './data.ts'
import { type GrantFields, Grants, grantOf } from './grants.tsx'
import type { Branch } from './tree.ts'

type Fields = { readonly name: string; readonly roles: readonly GrantFields[] }
type EditProps = {
  readonly city: string
  readonly member: MemberCard
  readonly branches: readonly Branch[]
  readonly providers: readonly ProviderCard[]
  readonly words: (grant: RoleGrant) => string
  readonly close: () => void
}

/** Changes one member. Who was faster is shown, and nothing is written over unseen. */
export function EditMember({ member, ...rest }: EditProps) {
  const [base, setBase] = useState(member)
  return <EditFrom key={base.rev} {...rest} member={base} takeNew={setBase} />
}

type FromProps = EditProps & { readonly takeNew: (now: MemberCard) => void }

function EditFrom({ city, member, branches, providers, words, close, takeNew }: FromProps) {
  const { t } = useTranslation('studio')
  const { message } = App.useApp()
  const [form] = Form.useForm<Fields>()
  /** What stands now, where somebody else was faster; `gone` where nothing does. */
  const [theirs, setTheirs] = useState<MemberCard | 'gone'>()
  const change = useChangeMember(city)
  const { leave, question } = useLeaving(form, close)
  const save = ({ name, roles }: Fields) =>
    change.mutate(
      { ...member, name: name.trim(), roles: roles.map(grantOf) },
      {
        onSuccess: () => {
          void message.success(t('members.saved'))
          close()
        },
        onError: async (error) => {
          const code = isProblem(error) ? error.problem.code : undefined
          if (code === 'not-found') setTheirs('gone')
          else if (code === 'stale') setTheirs(await freshMember(city, member.id).catch((): 'gone' => 'gone'))
          else void message.error(error.message)
        },
      },
    )
  return (
    <Drawer
      open
      size={520}
      title={t('members.editTitle', { name: member.name })}
      onClose={leave}
      footer={
        <Button
          type="primary"
          loading={change.isPending}
          disabled={theirs !== undefined}
          onClick={() => form.submit()}
        >
          {change.isPending ? t('members.saving') : t('members.save')}
        </Button>
      }
    >
      {theirs === 'gone' && <Alert type="error" showIcon title={t('members.goneNow')} />}
      {theirs !== undefined && theirs !== 'gone' && (
        <Alert
          type="warning"
          showIcon
          title={t('members.stale')}
          description={t('members.staleNow', { roles: theirs.roles.map(words).join('；') })}
          action={<Button onClick={() => takeNew(theirs)}>{t('members.takeNew')}</Button>}
        />
      )}
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ name: member.name, roles: member.roles }}
        onFinish={save}
      >
        <NameField />
        <Grants branches={branches} providers={providers} />
      </Form>
      {question}
    </Drawer>
  )
}

export function NameField() {
  const { t } = useTranslation('studio')
  return (
    <Form.Item
      name="name"
      label={t('members.name')}
      rules={[{ required: true, whitespace: true, max: 40, message: t('members.nameWrong') }]}
    >
      <Input autoComplete="off" />
    </Form.Item>
  )
}
