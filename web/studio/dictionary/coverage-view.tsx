import { Link } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { type Element, elementOf } from '#forms/elements'
import { type Coverage, type FormCoverage, isMapped, type MappedField, suggestElements } from '#forms/mapping'
import { useMapField } from './map-field.ts'
import { ShareBar } from './share-bar.tsx'

type Props = {
  readonly city: string
  readonly coverage: Coverage
  readonly titleOf: (document: string) => string
  readonly mayMap: boolean
}

/** How much of the city can be compared, form by form, and what would make the rest comparable. */
export function CoverageView({ city, coverage, titleOf, mayMap }: Props) {
  const { t } = useTranslation('studio')
  const forms = coverage.forms.toSorted((a, b) => b.all - b.mapped - (a.all - a.mapped))
  return (
    <>
      <section className="office-panel shares">
        <ShareBar label={t('dictionary.fields')} share={coverage.fields} />
        <ShareBar label={t('dictionary.items')} share={coverage.items} />
      </section>
      {coverage.items.unmapped.length > 0 && (
        <section className="office-panel">
          <h2>{t('dictionary.unmappedItems')}</h2>
          <p>{coverage.items.unmapped.map(({ name }) => name).join('、')}</p>
          <Link
            className="button quiet small"
            to="/studio/$city/documents/$key"
            params={{ city, key: 'catalogue' }}
          >
            {t('dictionary.toCatalogue')}
          </Link>
        </section>
      )}
      <section className="office-panel">
        <h2>{t('dictionary.forms')}</h2>
        {forms.map((form) => (
          <FormShare
            key={form.document}
            city={city}
            form={form}
            title={titleOf(form.document)}
            mayMap={mayMap}
          />
        ))}
      </section>
    </>
  )
}

type FormProps = {
  readonly city: string
  readonly form: FormCoverage
  readonly title: string
  readonly mayMap: boolean
}

function FormShare({ city, form, title, mayMap }: FormProps) {
  const { t } = useTranslation('studio')
  const open = form.fields.filter(({ element }) => element === undefined)
  const differing = form.fields.filter((field) => field.element !== undefined && !isMapped(field))
  const words = [
    open.length > 0 ? t('dictionary.open', { count: open.length }) : '',
    differing.length > 0 ? t('dictionary.differ', { count: differing.length }) : '',
  ].filter(Boolean)
  return (
    <details className="form-share">
      <summary>
        <ShareBar label={title} share={form} />
        <span className="muted">{words.join('，') || t('dictionary.complete')}</span>
      </summary>
      {open.length > 0 && <h3>{t('dictionary.unmapped')}</h3>}
      <ul className="ruled">
        {open.map((field) => (
          <Unmapped key={field.pointer} city={city} document={form.document} field={field} mayMap={mayMap} />
        ))}
      </ul>
      {differing.length > 0 && <h3>{t('dictionary.differing')}</h3>}
      <ul className="ruled">
        {differing.map(({ pointer, label, differences }) => (
          <li key={pointer}>
            <Link
              to="/studio/$city/documents/$key"
              params={{ city, key: form.document }}
              search={{ at: pointer }}
            >
              {label}
            </Link>
            <p className="muted">{differences.join('')}</p>
          </li>
        ))}
      </ul>
      <Link
        className="button quiet small"
        to="/studio/$city/documents/$key"
        params={{ city, key: form.document }}
      >
        {t('dictionary.toForm')}
      </Link>
    </details>
  )
}

type UnmappedProps = {
  readonly city: string
  readonly document: string
  readonly field: MappedField
  readonly mayMap: boolean
}

function Unmapped({ city, document, field, mayMap }: UnmappedProps) {
  const { t } = useTranslation('studio')
  const { message } = App.useApp()
  const map = useMapField(city)
  const guesses = suggestElements(field.label, field.type)
  // Promises, because callbacks of `mutate` are lost with this row, which goes as soon as it is mapped.
  const fail = (error: Error) => void message.error(error.message)
  const point = (element: Element | undefined) => map.mutateAsync({ document, field, element })
  const take = (element: Element) =>
    point(element).then(() => {
      message.success({
        duration: 8,
        content: (
          <>
            {t('dictionary.mapped', { label: field.label, name: element.name })}{' '}
            <Button type="link" onClick={() => point(undefined).catch(fail)}>
              {t('dictionary.undo')}
            </Button>
          </>
        ),
      })
    }, fail)
  return (
    <li>
      <Link to="/studio/$city/documents/$key" params={{ city, key: document }} search={{ at: field.pointer }}>
        {field.label}
      </Link>
      {guesses.length === 0 && <p className="muted">{t('dictionary.noSuggestion')}</p>}
      {guesses.length > 0 && (
        <p className="guesses">
          <span className="muted">{t('dictionary.suggested')}</span>
          {guesses.map((element) =>
            mayMap ? (
              <Button key={element.code} loading={map.isPending} onClick={() => take(element)}>
                {t('dictionary.map', { name: element.name, code: element.code })}
              </Button>
            ) : (
              <span key={element.code}>{elementOf(element.code)?.name}</span>
            ),
          )}
        </p>
      )}
    </li>
  )
}
