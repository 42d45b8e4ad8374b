import type { CityCard } from '../api/contract/index.ts'
import type { City } from './disclosed.ts'

export const cardOf = ({ code, name, release, at, demo }: City): CityCard => ({
  code,
  name,
  release,
  disclosedAt: at,
  demo,
})
