import { Button, Form, Select, TreeSelect } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ProviderCard, Role, RoleGrant } from '../../../functions/api/contract/index.ts'
import type { Branch } from './tree.ts'

const cityRoles = ['admin', 'county.admin', 'township', 'worker', 'village', 'provider', 'auditor'] as const
/** What these see does not end at a division. */
const wholeCity: ReadonlySet<Role> = new Set(['admin', 'auditor', 'provider'])

export type GrantFields = {
  readonly role?: Role
  readonly divisions?: readonly string[]
  readonly provider?: string
}

/** What was filled in as the API takes it: nothing that the role does not have. */
export const grantOf = ({ role = 'worker', divisions = [], provider = '' }: GrantFields): RoleGrant => ({
  role,
  ...(!wholeCity.has(role) && divisions.length > 0 && { divisions }),
  ...(role === 'provider' && { provider }),
})

type GrantsProps = {
  readonly branches: readonly Branch[]
  readonly providers: readonly ProviderCard[]
}

/** The roles of one person, each with its divisions or its provider; a part of the form around it. */
export function Grants({ branches, providers }: GrantsProps) {
  const { t } = useTranslation('studio')
  return (
    <Form.List name="roles">
      {(fields, { add, remove }) => (
        <>
          {fields.map(({ key, name }) => (
            <fieldset key={key} className="grant">
              <legend className="visually-hidden">{`${t('members.role')} ${name + 1}`}</legend>
              <Grant at={name} branches={branches} providers={providers} />
              {fields.length > 1 && <Button onClick={() => remove(name)}>{t('members.dropRole')}</Button>}
            </fieldset>
          ))}
          {fields.length < 8 && <Button onClick={() => add({})}>{t('members.addRole')}</Button>}
        </>
      )}
    </Form.List>
  )
}

function Grant({ at, branches, providers }: GrantsProps & { readonly at: number }) {
  const { t } = useTranslation('studio')
  const { t: shell } = useTranslation('app')
  const role = Form.useWatch<Role | undefined>(['roles', at, 'role'])
  return (
    <>
      <Form.Item
        name={[at, 'role']}
        label={t('members.role')}
        rules={[{ required: true, message: t('choose', { name: t('members.role') }) }]}
      >
        <Select options={cityRoles.map((value) => ({ value, label: shell(`roles.${value}`) }))} />
      </Form.Item>
      {role !== undefined && !wholeCity.has(role) && (
        <Form.Item
          name={[at, 'divisions']}
          label={t('members.divisions')}
          extra={t(branches.length > 0 ? 'members.divisionsHint' : 'members.noTree')}
          rules={role === 'county.admin' ? [{ required: true, message: t('members.divisionsMust') }] : []}
        >
          <TreeSelect
            multiple
            allowClear
            showSearch={{ treeNodeFilterProp: 'title' }}
            treeData={[...branches]}
            disabled={branches.length === 0}
            placeholder={t('members.whole')}
          />
        </Form.Item>
      )}
      {role === 'provider' && (
        <Form.Item
          name={[at, 'provider']}
          label={t('members.provider')}
          extra={t(providers.length > 0 ? 'members.providerHint' : 'members.noProvider')}
          rules={[{ required: true, message: t('members.providerMust') }]}
        >
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={providers.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Form.Item>
      )}
    </>
  )
}
