import { type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Analysis } from '#forms/definition'
import { type Box, type Line, layOut, size } from './rules-layout.ts'

type Props = {
  readonly analysis: Analysis
  readonly nameOf: (path: string, label: string) => string
}

/** More than this cannot be read in a picture. */
const most = 60
/** Han signs that fit into a box. */
const fits = 8

const short = (text: string, signs: number): string =>
  text.length > signs ? `${text.slice(0, signs - 1)}…` : text

const bow = ({ from, to }: Line): string => {
  const [x1, y1] = [from.x + size.width, from.y + size.height / 2]
  const [x2, y2] = [to.x, to.y + size.height / 2]
  const pull = size.across / 2
  return `M${x1} ${y1} C${x1 + pull} ${y1} ${x2 - pull} ${y2} ${x2} ${y2}`
}

/** Who depends on whom, from left to right in the order of evaluation. The list below it says the same in words. */
export function RulesPicture({ analysis, nameOf }: Props) {
  const { t } = useTranslation('studio')
  const room = useRef<HTMLElement>(null)
  const wider = useWider(room)
  const { boxes, lines, width, height } = useMemo(() => layOut(analysis), [analysis])
  if (lines.length === 0) return null
  if (boxes.length > most) return <p className="muted">{t('rules.pictureTooBig', { count: boxes.length })}</p>
  const names = ({ parties }: Box) => parties.map(({ path, label }) => nameOf(path, label))
  const nameIn = (box: Box): string => {
    const [first = '', ...more] = names(box)
    return more.length === 0
      ? short(first, fits)
      : t('rules.several', { name: short(first, fits - 4), count: more.length + 1 })
  }
  const there = new Set(boxes.map(({ kind }) => kind))
  return (
    <figure className="rules-picture">
      {wider && <p className="muted rules-wider">{t('rules.pictureWider')}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <section ref={room} tabIndex={0} aria-label={t('rules.picture')} className={wider ? 'wider' : ''}>
        <svg
          role="img"
          // As wide as its place lets it be; what would become too small to read is scrolled.
          style={{ width: '100%', minWidth: width * 0.75, maxWidth: width }}
          viewBox={`0 0 ${width} ${height}`}
          aria-label={t('rules.pictureSays', { boxes: boxes.length, lines: lines.length })}
        >
          {lines.map((line) => (
            <path key={`${line.from.parties[0].path} ${line.to.parties[0].path}`} d={bow(line)} />
          ))}
          {boxes.map((box) => (
            <g key={box.parties[0].path} className={`rules-${box.kind}`}>
              <title>{names(box).join('、')}</title>
              <rect
                x={box.x}
                y={box.y}
                width={size.width}
                height={size.height}
                rx={box.kind === 'outcome' ? 13 : 5}
              />
              <text x={box.x + size.width / 2} y={box.y + size.height / 2}>
                {nameIn(box)}
              </text>
            </g>
          ))}
        </svg>
      </section>
      <figcaption>
        {(['question', 'value', 'outcome', 'item'] as const)
          .filter((kind) => there.has(kind))
          .map((kind) => (
            <span key={kind} className={`rules-key rules-key-${kind}`}>
              {t(`rules.boxes.${kind}`)}
            </span>
          ))}
      </figcaption>
    </figure>
  )
}

/** Whether what stands in a box is wider than the box, so that only a part of it is seen. */
function useWider(room: RefObject<HTMLElement | null>): boolean {
  const [wider, setWider] = useState(false)
  useEffect(() => {
    const box = room.current
    if (!box) return
    const look = () => setWider(box.scrollWidth > box.clientWidth + 1)
    const watch = new ResizeObserver(look)
    watch.observe(box)
    if (box.firstElementChild) watch.observe(box.firstElementChild)
    return () => watch.disconnect()
  }, [room])
  return wider
}
