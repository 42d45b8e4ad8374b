import { Button, Drawer } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { catalogueFindings } from '#forms/catalogue'
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

const entriesOf = (document: unknown, list: string | undefined): readonly Loose[] => {
  const entries = list === undefined ? undefined : (document as Loose)[list]
  return Array.isArray(entries) ? entries : []
}
const nameOf = ({ name, label, title }: Loose): string => String(name ?? label ?? title ?? '')

const holders: ReadonlySet<unknown> = new Set(['button', 'content', 'datagrid', 'editgrid', 'container'])

/** What a form asks, however deep it stands. */
const questionsIn = (value: unknown): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap(questionsIn)
  if (typeof value !== 'object' || value === null) return []
  const { input, type, label, components, columns, rows } = value as Loose
  const own = input === true && !holders.has(type) ? [String(label ?? '')] : []
  return [...own, ...[components, columns, rows].flatMap(questionsIn)]
}

type PreviewProps = { readonly pack: PackCard; readonly close: () => void; readonly choose: () => void }

/** What is in a pack, document by document, before anything is taken over. */
export function PreviewPack({ pack, close, choose }: PreviewProps) {
  const { t } = useTranslation('studio')
  const whole = useApi<PackDocuments>(`/api/packs/${encodeURIComponent(pack.key)}`)
  const documents = whole.data?.documents
  const keys = useMemo(() => keysInOrder(Object.keys(documents ?? {})), [documents])
  const gaps = useMemo(() => {
    const todos = documents ? catalogueFindings(documents).filter(({ level }) => level === 'todo') : []
    return keys.flatMap((key) => todos.filter(({ document }) => document === key))
  }, [documents, keys])
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
            <Part name={title(key)} document={whole.data?.documents[key]} at={key} />
          </li>
        ))}
      </ul>
      {gaps.length > 0 && (
        <section>
          <h3>{t('adoption.previewTodo')}</h3>
          <ul>
            {gaps.map(({ document, pointer, message }) => (
              <li key={document + pointer + message}>
                <span className="muted">{title(document)}</span> {message}
              </li>
            ))}
          </ul>
        </section>
      )}
    </Drawer>
  )
}

type PartProps = { readonly name: string; readonly at: string; readonly document: unknown }

/** One document: what it is for, and unfolded what it names. */
function Part({ name, at, document }: PartProps) {
  const { t } = useTranslation('studio')
  const entries = entriesOf(document, lists[at]).map(nameOf).filter(Boolean)
  const questions = at.startsWith('form:') ? questionsIn((document as Loose)['definition']) : []
  const names = at.startsWith('form:') ? questions : entries
  const lead = at.startsWith('form:')
    ? t('adoption.previewQuestions', { count: questions.length })
    : t(`lead.${leadOf(at)}`)
  return (
    <details>
      <summary>
        <strong>{name}</strong> <span className="muted">{lead}</span>
      </summary>
      <p>{names.length > 0 ? names.join('、') : t('adoption.previewNone')}</p>
    </details>
  )
}
