import type { ComponentProps } from 'react'
import { Zone } from '../../office/zone.tsx'
import { Adopt } from './page.tsx'

/** Adopting draws with the office kit, which the overview around it does without. */
export const AdoptRoom = (props: ComponentProps<typeof Adopt>) => (
  <Zone>
    <Adopt {...props} />
  </Zone>
)
