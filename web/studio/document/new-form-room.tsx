import type { ComponentProps } from 'react'
import { Zone } from '../../office/zone.tsx'
import { NewForm } from './new-form.tsx'

/** The dialog draws with the office kit, which the overview around it does without. */
export const NewFormRoom = (props: ComponentProps<typeof NewForm>) => (
  <Zone>
    <NewForm {...props} />
  </Zone>
)
