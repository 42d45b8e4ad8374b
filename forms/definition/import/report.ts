import type { Component } from '../component.ts'
import { labelOf } from '../outline.ts'

/** What became of a form from elsewhere. */
export type ImportReport = {
  /**
   * `whole`: nothing but names of types was changed. `translated`: everything came over, some of it in other words
   * or with a small loss that `translated` names. `refused`: something was left out.
   */
  readonly share: 'whole' | 'translated' | 'refused'
  /** How many components were taken. */
  readonly taken: number
  /** What was put in other words. With `exact` it means the same; else the message says what was lost. */
  readonly translated: readonly Translated[]
  /** What was left out, or stands and must be mended by hand, and why. */
  readonly refused: readonly Refused[]
}
export type Translated = {
  readonly path: string
  /** JSON pointer into what was imported. */
  readonly pointer: string
  readonly what: 'type' | 'script' | 'default' | 'key' | 'text' | 'layout' | 'setting' | 'options' | 'button'
  readonly exact: boolean
  readonly label: string
  /** A Chinese sentence: what became of it, what was lost, what to do. */
  readonly message: string
  readonly from: string
  readonly to: unknown
}
export type Refused = {
  readonly path: string
  /** Where `pointer` leads: into what was imported (left out), or into the form made of it (to be mended there). */
  readonly in: 'source' | 'form'
  readonly pointer: string
  readonly code: string
  readonly label?: string
  readonly message: string
}

/** A component where it stood in what was imported. */
export type Origin = {
  readonly raw: Record<string, unknown>
  readonly path: string
  readonly pointer: string
  readonly label: string
}

/** Gathers the report; more than this many entries of a kind help nobody. */
const most = 1_000

export type Notes = {
  readonly translated: Translated[]
  readonly refused: Refused[]
  readonly refuse: (at: Origin, pointer: string, code: string, message: string) => undefined
  readonly change: (
    at: Origin,
    pointer: string,
    what: Translated['what'],
    message: string,
    exact: boolean,
    from?: unknown,
    to?: unknown,
  ) => undefined
}

export const newNotes = (): Notes => {
  const translated: Translated[] = []
  const refused: Refused[] = []
  return {
    translated,
    refused,
    refuse: ({ path, pointer: base, label }, pointer, code, message) => {
      if (refused.length < most)
        refused.push({
          path: path.slice(0, 300),
          in: 'source',
          pointer: base + pointer,
          code,
          label,
          message,
        })
      return undefined
    },
    change: ({ path, pointer: base, label }, pointer, what, message, exact, from, to) => {
      if (translated.length < most)
        translated.push({
          path: path.slice(0, 300),
          pointer: base + pointer,
          what,
          exact,
          label,
          message,
          from: short(from),
          to: to ?? null,
        })
      return undefined
    },
  }
}

const short = (value: unknown): string =>
  (typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).slice(0, 2_000)

/** What people call a component that is not read yet: its label without markup, in quotation marks. */
export const originOf = (raw: Record<string, unknown>, path: string, pointer: string): Origin => {
  const key = typeof raw['key'] === 'string' ? raw['key'] : ''
  const label = labelOf(raw as Component, key)
    .replaceAll(/<[^>]{0,200}>/g, '')
    .trim()
  return { raw, path, pointer, label: label === '' ? key.slice(0, 80) : label }
}

export const shareOf = ({ translated, refused }: Notes): ImportReport['share'] =>
  refused.length > 0
    ? 'refused'
    : translated.every(({ what, exact }) => what === 'type' && exact)
      ? 'whole'
      : 'translated'
