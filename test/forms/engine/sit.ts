import { expect } from 'vitest'
import { type CompileOptions, compile, evaluate } from '#forms/engine'
import { begin, type Sitting } from '#forms/engine/sitting'
import { form, today } from './form.ts'

export const grid = (key: string, components: readonly object[], more: object = {}): object => ({
  type: 'datagrid',
  key,
  label: key,
  components,
  ...more,
})
/** A sitting that is compared with a whole evaluation after every change. */
export const sit = (
  components: readonly object[],
  answers: unknown = {},
  decisions: CompileOptions = {},
): Sitting => {
  const plan = compile(form(...components), decisions)
  const sitting = begin(plan, answers, { today })
  const check = () => expect(sitting.result).toEqual(evaluate(plan, sitting.typed, { today }))
  check()
  const change: Sitting['change'] = (path, value) => {
    const result = sitting.change(path, value)
    check()
    return result
  }
  return {
    change,
    get typed() {
      return sitting.typed
    },
    get result() {
      return sitting.result
    },
  }
}
