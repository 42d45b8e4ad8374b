import type { ComponentProps } from 'react'

/**
 * A part of a table, told by its `role`. A table element cannot draw only the rows in view; and the parts take no focus
 * themselves, since the field of the active cell holds it for all of them.
 */
export const Part = (props: ComponentProps<'div'>) => <div {...props} />
