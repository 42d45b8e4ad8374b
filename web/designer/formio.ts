import './no-eval.ts'
import { Formio as library } from '@formio/js'
import type { Raw } from './raw.ts'

/** What stands on the page for a component. */
export type Shown = {
  readonly component: Raw
  readonly parent: Shown | undefined
  element: HTMLElement
  readonly rebuild: () => Promise<unknown>
  readonly everyComponent: (visit: (one: Shown) => void) => void
}
/** An element that takes components, and one that shows one, both as the builder marks them. */
export type Marked = HTMLElement & { formioContainer?: Raw[]; formioComponent?: Shown }

export type Builder = {
  form: { components: Raw[]; display?: string }
  readonly webform: Shown
  page: number
  readonly on: (event: string, heard: () => void) => void
  readonly redraw: () => Promise<unknown>
  readonly rebuild: () => Promise<unknown>
  readonly destroy: (all: boolean) => void
}

type Drawing = (given: Given) => string
/** What the library hands to a template; only what ours read. */
export type Given = {
  readonly component: Raw
  readonly nestedKey: string
  readonly children: string
  readonly html: string
  readonly type: string
  readonly key: string
  readonly sidebar: string
  readonly form: string
  readonly groups: readonly string[]
  readonly group: PaletteGroup
  readonly groupKey: string
  readonly pages: readonly Raw[]
  readonly self: { readonly page: number }
  readonly columnKey: string
  readonly columnComponents: readonly string[]
  readonly tableKey: string
  readonly tableComponents: readonly (readonly string[])[]
  readonly tabComponents: readonly string[]
  readonly currentTab: number
  readonly tabLikey: string
  readonly tabLinkKey: string
  readonly tabKey: string
  readonly position: number
}
export type PaletteGroup = {
  readonly title: string
  readonly weight: number
  readonly default: boolean
  readonly components: Readonly<
    Record<string, { readonly title: string; readonly schema: Raw; weight: number }>
  >
  readonly componentOrder?: readonly string[]
}

type Methods = { [name: string]: (...given: never[]) => unknown }
/** A class of the library: what every component of its type can do. */
export type Kind = {
  new (...given: unknown[]): { readonly component: Raw; render(inside?: string): string }
  schema(...more: object[]): object
}

type Library = {
  readonly builder: (into: HTMLElement, form: object, options: object) => Promise<Builder>
  readonly Builders: { readonly builders: Readonly<Record<'webform' | 'wizard', { prototype: Methods }>> }
  readonly Components: {
    readonly components: Readonly<Record<string, Kind>>
    readonly setComponents: (own: Readonly<Record<string, unknown>>) => void
  }
  readonly Templates: { readonly current: Record<string, { form: Drawing }> }
  readonly prototype: { loadProject: () => Promise<undefined> }
}

/** Form.io's own builder, as much of it as is used here; its own types say `any`. */
export const formio = library as unknown as Library
