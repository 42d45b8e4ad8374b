import type { Component, Definition, OutcomeDefinition, RecommendDefinition } from '#forms/definition'
import { compile, type Evaluation, evaluate } from '#forms/engine'

export const today = '2026-11-21'

/** A form of these components; loose on purpose, since tests also write what no type allows. */
export const form = (...components: readonly object[]): Definition => ({
  display: 'form',
  components: components as readonly Component[],
})

export const run = (
  definition: Definition,
  answers: unknown,
  decisions: { outcomes?: readonly OutcomeDefinition[]; recommends?: readonly RecommendDefinition[] } = {},
): Evaluation => evaluate(compile(definition, decisions), answers, { today })

/** `path code` of every error, in order. */
export const errorsOf = (result: Evaluation): readonly string[] =>
  result.errors.map(({ path, code }) => `${path} ${code}`)

export const text = (key: string, more: object = {}): object => ({
  type: 'textfield',
  key,
  label: key,
  ...more,
})
export const number = (key: string, more: object = {}): object => ({
  type: 'number',
  key,
  label: key,
  ...more,
})
export const values = (...list: readonly string[]): readonly object[] =>
  list.map((value) => ({ value, label: `选${value}` }))
