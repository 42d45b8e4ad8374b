import { profile, programmes, providers } from '../../../forms/catalogue/index.ts'
import { type Indicator, indicators } from '../../../forms/indicators/index.ts'
import { json } from '../packs/disk.ts'

/** One indicator as a pack states it. */
export const indicatorOf = (folder: string, key: string): Indicator => {
  const found = indicators.parse(json(`${folder}/indicators.json`)).indicators.find((one) => one.key === key)
  if (!found) throw new Error(`${folder} has no indicator ${key}`)
  return found
}

export const profileOf = (folder: string) => profile.parse(json(`${folder}/profile.json`))
export const providersOf = (folder: string) => providers.parse(json(`${folder}/providers.json`))
export const programmesOf = (folder: string) => programmes.parse(json(`${folder}/programmes.json`))

/** One programme of a pack. */
export const programmeOf = (folder: string, key: string) => {
  const found = programmesOf(folder).programmes.find((one) => one.key === key)
  if (!found) throw new Error(`${folder} has no programme ${key}`)
  return found
}
