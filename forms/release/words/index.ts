import { city } from './city.ts'
import { control } from './control.ts'
import { common } from './everywhere.ts'
import { form } from './form.ts'
import { money } from './money.ts'
import { services } from './services.ts'

/** What the members of configuration documents are called, in sentences about them and on the screens where they are set. */
const members: Readonly<Record<string, string>> = {
  ...common,
  ...city,
  ...services,
  ...money,
  ...control,
  ...form,
}

/** Where a name means something else within another member. */
const within: Readonly<Record<string, string>> = {
  'approval/by': '机关',
  'approval/number': '文号',

  'hotline/number': '电话',
  'locked/by': '管理机关',
  'paper/number': '文号',
}

/** The Chinese name of a member, in `holder` where it stands in another one; undefined for one that no document has. */
export const memberName = (key: string, holder = ''): string | undefined => {
  const special = `${holder}/${key}`
  if (Object.hasOwn(within, special)) return within[special]
  return Object.hasOwn(members, key) ? members[key] : undefined
}

/** The same in a sentence: what nobody named is quoted. */
export const labelOf = (key: string, holder?: string): string => memberName(key, holder) ?? `“${key}”`
