import type { Definition } from '#forms/definition'

export const values = ['甲', '1'].map((value) => ({ value, label: value }))
export const questions = ['q', 'r'].map((value) => ({ value, label: value }))

/** A form of these components; loose on purpose, as forms from elsewhere are. */
export const form = (...components: readonly object[]): Definition =>
  ({
    display: 'form',
    components: components.map((one) => ({ input: true, label: 'x', ...one })),
  }) as unknown as Definition

export const text = (key: string, more: object = {}): object => ({
  type: 'textfield',
  key,
  label: key,
  input: true,
  ...more,
})
