import { describe, expect, test } from 'vitest'
import { importForm } from '#forms/definition'
import { compile, evaluate } from '#forms/engine'
import { type Answers, today } from './script-form.ts'

describe('dates and times', () => {
  const dated = (script: string, answers: Answers) => {
    const { form, report } = importForm([
      { type: 'datetime', key: 'd', label: 'd', enableTime: false },
      { type: 'datetime', key: 'e', label: 'e', enableTime: false },
      { type: 'time', key: 'f', label: 'f' },
      { type: 'time', key: 'g', label: 'g' },
      { type: 'number', key: 't', label: 't', calculateValue: script },
    ])
    expect(report.refused).toEqual([])
    return evaluate(compile(form.definition), answers, { today }).answers['t']
  }

  test.each<readonly [string, Answers, unknown]>([
    ["value = moment().diff(moment(data.d), 'years')", { d: '2000-11-21' }, 26],
    ["value = moment().diff(data.d, 'years')", { d: '2000-11-22' }, 25],
    ['value = new Date().getFullYear() - new Date(data.d).getFullYear()', { d: '2000-12-31' }, 26],
    ['value = new Date(data.d).getMonth() + 1', { d: '2000-12-31' }, 12],
    [
      "value = moment(data.d).isAfter(moment(data.e), 'day') ? 1 : 2",
      { d: '2026-01-02', e: '2026-01-01' },
      1,
    ],
    ['value = moment(data.d).isBefore(moment()) ? 1 : 2', { d: today }, 1],
    ['value = moment(data.d).isAfter(moment()) ? 1 : 2', { d: today }, 2],
    ["value = moment(data.d).isSame(moment(), 'day') ? 1 : 2", { d: today }, 1],
    ['value = moment(data.d).isAfter(moment(data.e)) ? 1 : 2', { d: today }, 2],
    [
      'var a = new Date("01/01/2000 " + data.f); var b = new Date("01/01/2000 " + data.g); value = (b.getTime() - a.getTime()) / 1000 / 60',
      { f: '08:30', g: '17:00' },
      510,
    ],
  ])('%s', (script, given, wanted) => {
    expect(dated(script, given)).toBe(wanted)
  })
})
