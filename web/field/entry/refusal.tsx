import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { focusField } from '../../form/focus.ts'
import { Summary } from '../../form/summary.tsx'
import type { Mistake } from './mistake.ts'

const fields = ['name', 'relation', 'idNumber', 'born', 'phone', 'guardian', 'objectClass', 'traits'] as const

type RefusalProps = {
  /** What the server said as a whole. */
  readonly message?: string | undefined
  readonly mistakes: readonly Mistake[]
  /** What the page calls its fields, by path; those of people have their own names. */
  readonly labels?: Readonly<Record<string, string>>
  /** What else helps: a way to where it is, a look at how it stands now. */
  readonly children?: ReactNode
}

/** Why it was not sent: in one sentence, and field by field, each a way to its place. */
export function Refusal({ message, mistakes, labels = {}, children }: RefusalProps) {
  const { t } = useTranslation('entry')
  const nameOf = (path: string): string | undefined => {
    const [, at, field] = /^(?:people|join)\[(\d+)\]\.(\w+)$/.exec(path) ?? []
    if (at === undefined || field === undefined) return labels[path]
    const nth = t('person.nth', { n: Number(at) + 1 })
    const named = fields.find((one) => one === field)
    return named === undefined ? nth : `${nth}${t(`person.${named}`)}`
  }
  const entries = mistakes.map(({ path, message: said }) => {
    const name = nameOf(path)
    return { path, message: name === undefined ? said : `${name}：${said}` }
  })
  return (
    <>
      {message && (
        <div className="note bad" role="alert">
          <strong>{message}</strong>
          {children}
        </div>
      )}
      <Summary entries={entries} attempt={0} go={focusField} />
    </>
  )
}
