/** Colours and font of the page as they are now, for a canvas that knows no style sheet. */
export type Look = {
  readonly font: string
  readonly ink: string
  readonly soft: string
  readonly line: string
  readonly paper: string
  readonly accent: string
  readonly accentSoft: string
  readonly accentLine: string
}

export function lookNow(): Look {
  const root = getComputedStyle(document.documentElement)
  const token = (name: string) => root.getPropertyValue(name).trim()
  return {
    font: getComputedStyle(document.body).fontFamily,
    ink: token('--ink'),
    soft: token('--ink-soft'),
    line: token('--line'),
    paper: token('--paper'),
    accent: token('--accent'),
    accentSoft: token('--accent-soft'),
    accentLine: token('--accent-line'),
  }
}

/** What every picture shares. The tooltip is drawn into the canvas: our policy refuses the inline styles of a HTML one. */
export const frameOf = (look: Look, label: string) => ({
  textStyle: { fontFamily: look.font, fontSize: 13, color: look.ink },
  animation: false,
  aria: { enabled: true, label: { description: label } },
  tooltip: {
    renderMode: 'richText' as const,
    confine: true,
    backgroundColor: look.paper,
    borderColor: look.line,
    textStyle: { fontFamily: look.font, fontSize: 13, color: look.ink, lineHeight: 20 },
  },
})
