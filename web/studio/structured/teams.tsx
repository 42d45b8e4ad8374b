import { Button } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useDesk, useWrite } from './desk.ts'
import { entriesAt, type Place } from './place.ts'
import { Several } from './several.tsx'
import type { Shape } from './shape.ts'

type Props = {
  readonly item: Shape
  readonly place: Place
  /** What stands there when the last group is gone. */
  readonly empty: unknown
}

/** A list of small groups, such as the pairs of posts that may visit together. */
export function Teams({ item, place, empty }: Props) {
  const { t } = useTranslation('studio')
  const { document, readOnly } = useDesk()
  const write = useWrite(place)
  const id = useId()
  const groups = entriesAt(document, place)
  const without = (at: number) => groups.toSpliced(at, 1)
  return (
    <>
      {groups.map((_, at) => {
        const label = t('structured.group', { n: at + 1 })
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: groups have no name, and their order is what they are
          <div key={at} className="structured-team">
            <span>{label}</span>
            <Several id={`${id}-${at}`} label={label} item={item} place={[...place, at]} optional={false} />
            {!readOnly && (
              <Button onClick={() => write(groups.length > 1 ? without(at) : empty)}>
                {t('structured.remove')}
              </Button>
            )}
          </div>
        )
      })}
      {groups.length === 0 && <p className="unset">{t('structured.unset')}</p>}
      {!readOnly && (
        <Button onClick={() => write([...groups, []])}>
          {t('structured.add', { name: t('structured.group', { n: groups.length + 1 }) })}
        </Button>
      )}
    </>
  )
}
