/** A city's sign: shape and colour together, so that colour is never the only one. `path` is drawn on a 24 by 24 field. */
export type Mark = { readonly path: string; readonly colour: string }

const shapes = [
  'M12 2.5a9.5 9.5 0 1 0 .01 0z',
  'M3.5 3.5h17v17h-17z',
  'M12 2 23 21H1z',
  'M12 0 24 12 12 24 0 12z',
  'M12 22 1 3h22z',
  'M8.5 2h7v6.5H22v7h-6.5V22h-7v-6.5H2v-7h6.5z',
  'M12 1 23 9.5 19 22H5L1 9.5z',
  'M12 0l3.5 8.5L24 12l-8.5 3.5L12 24l-3.5-8.5L0 12l8.5-3.5z',
] as const
const colours = ['#1d5796', '#b45309', '#0f766e', '#7c3aa0', '#be123c', '#5b5f12', '#334155'] as const

/** The sign of the n-th city (0-based): 56 before one comes again. */
export const markOf = (index: number): Mark => ({
  path: shapes[index % shapes.length] ?? shapes[0],
  colour: colours[index % colours.length] ?? colours[0],
})
