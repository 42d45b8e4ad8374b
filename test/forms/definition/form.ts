import { lint } from '#forms/definition'

export const form = (...components: readonly unknown[]) => ({ display: 'form', components })
export const field = (more: object = {}) => ({ type: 'textfield', key: 'a', label: '姓名', ...more })
/** Codes of the errors that the linter finds, in order. */
export const codes = (definition: unknown) =>
  lint(definition)
    .filter(({ level }) => level === 'error')
    .map(({ code }) => code)
