import { App, Button, Drawer, Form, Input, Select, TreeSelect } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { checkCreditCode } from '#forms/standards'
import type { ProviderCard, ProviderRequest } from '../../../functions/api/contract/index.ts'
import { useLeaving } from '../leaving.tsx'
import { useWriteProvider } from './data.ts'
import type { Branch } from './tree.ts'

type Named = { readonly key: string; readonly label: string }
type Fields = {
  readonly name: string
  readonly type: string
  readonly mode: string
  readonly creditCode?: string
  readonly divisions?: readonly string[]
}
type Props = {
  readonly city: string
  /** Absent: a new one. */
  readonly provider: ProviderCard | undefined
  readonly types: readonly Named[]
  readonly modes: readonly Named[]
  readonly branches: readonly Branch[]
  readonly close: () => void
}

/** Puts an organisation on file, or changes it. Its id is nobody's to type: it is made once and stays. */
export function EditProvider({ city, provider, types, modes, branches, close }: Props) {
  const { t } = useTranslation('studio')
  const { message } = App.useApp()
  const [form] = Form.useForm<Fields>()
  const [id] = useState(() => provider?.id ?? `p-${crypto.randomUUID().slice(0, 12)}`)
  const write = useWriteProvider(city)
  const { leave, question } = useLeaving(form, close)
  const save = (fields: Fields) =>
    write.mutate(
      { id, rev: provider?.rev ?? 0, ...requestOf(fields) },
      {
        onSuccess: () => {
          void message.success(t('providers.saved'))
          close()
        },
        onError: (error) => void message.error(error.message),
      },
    )
  const options = (list: readonly Named[]) => list.map(({ key, label }) => ({ value: key, label }))
  const must = (name: 'providers.type' | 'providers.mode') => [
    { required: true, message: t('choose', { name: t(name) }) },
  ]
  return (
    <Drawer
      open
      size={520}
      title={provider ? t('providers.editTitle', { name: provider.name }) : t('providers.add')}
      onClose={leave}
      footer={
        <Button type="primary" loading={write.isPending} onClick={() => form.submit()}>
          {write.isPending ? t('members.saving') : t('members.save')}
        </Button>
      }
    >
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={provider ?? { name: '' }}
        onFinish={save}
      >
        <Form.Item
          name="name"
          label={t('providers.name')}
          extra={t('providers.nameHint')}
          rules={[{ required: true, whitespace: true, max: 100, message: t('providers.nameWrong') }]}
        >
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item name="type" label={t('providers.type')} rules={must('providers.type')}>
          <Select options={options(types)} />
        </Form.Item>
        <Form.Item
          name="mode"
          label={t('providers.mode')}
          extra={t('providers.modeHint')}
          rules={must('providers.mode')}
        >
          <Select options={options(modes)} />
        </Form.Item>
        <Form.Item
          name="creditCode"
          label={t('providers.creditCode')}
          rules={[
            {
              validator: (_, code?: string) =>
                !code || checkCreditCode(code).ok
                  ? Promise.resolve()
                  : Promise.reject(new Error(t('providers.creditCodeWrong'))),
            },
          ]}
        >
          <Input autoComplete="off" maxLength={18} />
        </Form.Item>
        <Form.Item name="divisions" label={t('providers.divisions')} extra={t('members.divisionsHint')}>
          <TreeSelect
            multiple
            allowClear
            showSearch={{ treeNodeFilterProp: 'title' }}
            treeData={[...branches]}
            placeholder={t('members.whole')}
          />
        </Form.Item>
      </Form>
      {question}
    </Drawer>
  )
}

/** What is left empty is left out. */
const requestOf = ({ name, type, mode, creditCode, divisions = [] }: Fields): ProviderRequest => ({
  name: name.trim(),
  type,
  mode,
  ...(creditCode && { creditCode: creditCode.toUpperCase() }),
  ...(divisions.length > 0 && { divisions }),
})
