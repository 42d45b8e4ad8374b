import { type Component, type Kind, surveyPart } from '../definition/index.ts'

/** What "not answered" means for a component: no value; no box ticked; a survey with a question left. */
export const emptyOf = (kind: Kind, component: Component): ((value: unknown) => boolean) => {
  if (kind === 'checkbox') return (value) => value !== true
  if (kind === 'selectboxes')
    return (value) => typeof value !== 'object' || value === null || !Object.values(value).some(Boolean)
  if (kind === 'survey') {
    const questions = surveyPart(component, 'questions').length
    return (value) => typeof value !== 'object' || value === null || Object.keys(value).length < questions
  }
  if (kind === 'text') return (value) => (Array.isArray(value) ? value.every(blank) : blank(value))
  if (kind === 'day') return (value) => nothing(value) || (typeof value === 'string' && /^[0/]+$/.test(value))
  if (kind === 'container')
    return (value) => typeof value !== 'object' || value === null || Object.keys(value).length === 0
  return nothing
}

const blank = (value: unknown): boolean => (typeof value === 'string' ? value.trim() === '' : nothing(value))

const nothing = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
