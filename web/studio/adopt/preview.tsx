import { Button, Drawer } from 'antd'
import { useTranslation } from 'react-i18next'
import { documentTitle, keysInOrder } from '#forms/release'
import type { PackCard, PackDocuments } from '../../../functions/api/contract/index.ts'
import { useApi } from '../../app/queries.ts'
import { Failed, Loading } from '../../app/states.tsx'
import { leadOf } from '../look.ts'

type Loose = Readonly<Record<string, unknown>>

/** The list of each document whose entries people know by name. */
const lists: Readonly<Record<string, string>> = {
  profile: 'stages',
  objects: 'classes',
  programmes: 'programmes',
  catalogue: 'items',
  funds: 'funds',
  indicators: 'indicators',
  providers: 'types',
  notice: 'columns',
}
const shownNames = 12

const entriesOf = (document: unknown, list: string | undefined): readonly Loose[] => {
  const entries = list === undefined ? undefined : (document as Loose)[list]
  return Array.isArray(entries) ? entries : []
}
const nameOf = ({ name, label, title }: Loose): string => String(name ?? label ?? title ?? '')

/** How many fields a form asks, however deep they stand. */
const questionsOf = (value: unknown): number => {
  if (Array.isArray(value)) return value.reduce((sum: number, one) => sum + questionsOf(one), 0)
  if (typeof value !== 'object' || value === null) return 0
  const { input, type, components, columns, rows } = value as Loose
  const own =
    input === true && !['button', 'content', 'datagrid', 'editgrid', 'container'].includes(String(type))
  return (own ? 1 : 0) + [components, columns, rows].reduce((sum: number, one) => sum + questionsOf(one), 0)
}

type PreviewProps = { readonly pack: PackCard; readonly close: () => void; readonly choose: () => void }

/** What is in a pack, document by document, before anything is taken over. */
export function PreviewPack({ pack, close, choose }: PreviewProps) {
  const { t } = useTranslation('studio')
  const whole = useApi<PackDocuments>(`/api/packs/${encodeURIComponent(pack.key)}`)
  const keys = keysInOrder(Object.keys(whole.data?.documents ?? {}))
  const gaps = keys.flatMap((key) =>
    entriesOf(whole.data?.documents[key], 'todo').map(({ message }) => ({ key, message: String(message) })),
  )
  const title = (key: string) => documentTitle(key, whole.data?.documents[key])
  return (
    <Drawer
      open
      size={640}
      title={t('adoption.previewTitle', { title: pack.title })}
      onClose={close}
      footer={
        <Button type="primary" onClick={choose}>
          {t('adoption.choose')}
        </Button>
      }
    >
      <p className="modal-lead">{pack.summary}</p>
      {whole.isPending && <Loading />}
      {whole.isError && <Failed error={whole.error} retry={whole.refetch} />}
      <ul className="pack-preview">
        {keys.map((key) => (
          <li key={key}>
            <strong>{title(key)}</strong>{' '}
            <span className="muted">{told(key, whole.data?.documents[key])}</span>
          </li>
        ))}
      </ul>
      {(pack.notes ?? []).length > 0 && (
        <section>
          <h3>{t('adoption.previewNotes')}</h3>
          <ul>
            {pack.notes?.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </section>
      )}
      {gaps.length > 0 && (
        <section>
          <h3>{t('adoption.previewTodo')}</h3>
          <ul>
            {gaps.map(({ key, message }) => (
              <li key={key + message}>
                <span className="muted">{title(key)}</span> {message}
              </li>
            ))}
          </ul>
        </section>
      )}
    </Drawer>
  )

  function told(key: string, document: unknown): string {
    if (key.startsWith('form:'))
      return t('adoption.previewQuestions', { count: questionsOf((document as Loose)['definition']) })
    const names = entriesOf(document, lists[key]).map(nameOf).filter(Boolean)
    const lead = t(`lead.${leadOf(key)}`)
    if (names.length === 0) return lead
    const some = names.slice(0, shownNames).join('、')
    const words = t('adoption.previewItems', { names: names.length > shownNames ? `${some}……` : some })
    return `${lead}。${words}`
  }
}
