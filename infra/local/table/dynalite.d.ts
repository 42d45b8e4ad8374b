/** The parts of dynalite 4.0.0 (Apache-2.0) that the table engine uses: request shapes and expression parsers. */
declare module 'dynalite/validations/index.js' {
  export function checkTypes(body: object, types: object): Record<string, unknown>
  export function checkValidations(
    input: object,
    types: object,
    custom: ((input: never, store: object) => string | undefined) | undefined,
    store: object,
  ): void
  export function validateAttributeValue(value: object): string | undefined
  export function validateExpressionParams(
    input: object,
    expressions: string[],
    legacy: string[],
  ): string | undefined
  /** Parses every expression of the input and leaves `_condition`, `_updates`, `_keyCondition`, `_filter`, `_projection` on it. */
  export function validateExpressions(input: object): string | undefined
}

declare module 'dynalite/validations/*.js' {
  export const types: Record<string, unknown>
  export const custom: ((input: never, store: object) => string | undefined) | undefined
}
