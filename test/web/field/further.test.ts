import { describe, expect, test } from 'vitest'
import type { FormDocument } from '#forms/definition'
import { furtherForms } from '../../../web/field/further.ts'

const form = (key: string, subject?: string) =>
  ({
    schema: 1,
    key,
    title: key,
    definition: { components: [] },
    ...(subject && { subject }),
  }) as FormDocument

describe('forms that a worker is offered in a household', () => {
  const forms = [
    form('visit', 'household'),
    form('self-care', 'person'),
    form('group'),
    form('statement'),
    form('odd', 'city'),
  ]
  const offered = (persons: readonly string[]) =>
    furtherForms(forms, persons).map((one) => [one.form.key, one.person])

  test('are those about the household, and those about a person for each one of the case', () =>
    expect(offered(['a', 'b'])).toEqual([
      ['visit', undefined],
      ['self-care', 'a'],
      ['self-care', 'b'],
    ]))

  test('none about a person where the case names nobody', () =>
    expect(offered([])).toEqual([['visit', undefined]]))
})
