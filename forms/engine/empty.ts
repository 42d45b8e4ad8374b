import { type Component, isHolder, isRecord, type Kind, surveyPart } from '../definition/index.ts'
import { isBlank, isList, isObject, isText } from '../logic/index.ts'
import { wantedParts } from './gate-dates.ts'

/**
 * What "not answered" means for a component: no value; no box ticked; a survey with a question left; rows or a
 * container in which nothing stands.
 */
export const emptyOf = (kind: Kind, component: Component): ((value: unknown) => boolean) => {
  if (kind === 'checkbox') return notTicked
  if (kind === 'selectboxes') return noneTicked
  if (kind === 'survey') {
    const questions = surveyPart(component, 'questions').length
    return (value) => !isRecord(value) || Object.keys(value).length < questions
  }
  if (kind === 'text') return (value) => (isList(value) ? value.every(hasNoSign) : hasNoSign(value))
  if (kind === 'day') {
    // A day of which parts are required is always checked: its check says which part is missing.
    if (wantedParts(component).length > 0) return () => false
    return (value) => nothing(value) || (isText(value) && /^[0/]+$/.test(value))
  }
  if (isHolder(kind)) return hollow
  return nothing
}

export const notTicked = (value: unknown): boolean => value !== true

export const noneTicked = (value: unknown): boolean => !isRecord(value) || !Object.values(value).some(Boolean)

const hasNoSign = (value: unknown): boolean => (isText(value) ? value.trim() === '' : nothing(value))

const nothing = (value: unknown): boolean => isBlank(value) || (isList(value) && value.length === 0)

/** A box that is not ticked is an answer in a container, but not in a row: a row has it from the start. */
const hollow = (value: unknown): boolean =>
  isList(value) ? value.every((row) => !isRecord(row) || Object.values(row).every(unset)) : deepEmpty(value)

const unset = (cell: unknown): boolean =>
  cell === false || (isRecord(cell) ? Object.keys(cell).length === 0 : nothing(cell))

const deepEmpty = (value: unknown): boolean =>
  isObject(value) ? Object.values(value).every(deepEmpty) : hasNoSign(value)
