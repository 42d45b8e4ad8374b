import { memberName } from '#forms/release'
import { choices, fields, fieldsAt } from './zh.ts'

/** What people call the member `name` at `path` (`document/member/…`). A name that has no word yet is shown as it is. */
export const fieldLabel = (path: string, name: string): string =>
  fieldsAt[path] ??
  (Object.hasOwn(fields, name) ? fields[name as keyof typeof fields] : (memberName(name) ?? name))

/** What people call a choice. */
export const choiceLabel = (option: string): string =>
  Object.hasOwn(choices, option) ? (choices[option] ?? option) : option
