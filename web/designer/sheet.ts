import { type Builder, formio, type Marked, type Shown } from './formio.ts'
import { palette } from './palette.ts'
import { wayTo } from './place.ts'
import type { Raw } from './raw.ts'

/** The builder on the page: what stands in it, what of it is selected, and how to draw it again. */
export type Sheet = {
  readonly components: () => Raw[]
  /** The page in front, of a form that is filled page by page. */
  readonly page: () => Raw | undefined
  readonly turnTo: (page: number) => void
  readonly load: (display: 'form' | 'wizard', components: Raw[]) => Promise<void>
  /** Draws again what stands in a component, or the whole form. */
  readonly redraw: (holder: Raw | undefined) => Promise<void>
  readonly selected: () => string
  readonly mark: (tag: string) => void
  /** Shows a component where it stands, on whichever page. */
  readonly select: (tag: string) => void
  readonly tagAt: (target: EventTarget | null) => string | undefined
}

const none = { basic: false, advanced: false, layout: false, data: false, premium: false, resource: false }

const groups = () =>
  Object.fromEntries(
    palette.map(({ name, title, pieces }, weight) => [
      name,
      {
        title,
        weight,
        default: true,
        components: Object.fromEntries(
          pieces.map((one, order) => [
            one.name,
            { title: one.title, key: one.name, weight: order, schema: { type: 'question', key: one.key } },
          ]),
        ),
      },
    ]),
  )

const tagOf = (element: Marked): string | undefined => element.formioComponent?.component.tag

export const openSheet = (into: HTMLElement, changed: () => void): Sheet => {
  let builder: Builder | undefined
  let selected = ''
  const components = (): Raw[] => builder?.form.components ?? []
  const page = (): Raw | undefined =>
    builder?.form.display === 'wizard' ? components()[builder.page] : undefined
  const scrolled = (): Element | null => into.querySelector('.sheet')

  const elementOf = (tag: string): HTMLElement | undefined =>
    [...into.querySelectorAll<Marked>('.builder-component')].find((one) => tagOf(one) === tag)

  const mark = (tag: string): void => {
    selected = tag
    for (const one of into.querySelectorAll('.builder-component.selected')) one.classList.remove('selected')
    elementOf(tag)?.classList.add('selected')
  }

  /** Within the sheet alone: the studio around the frame must not move with it. */
  const scrollTo = (element: HTMLElement): void => {
    const sheet = scrolled()
    if (!sheet) return
    const [one, all] = [element.getBoundingClientRect(), sheet.getBoundingClientRect()]
    if (one.top < all.top || one.bottom > all.bottom)
      sheet.scrollTop += one.top - all.top - Math.max(0, (all.height - one.height) / 2)
  }

  const show = (tag: string): void => {
    mark(tag)
    const element = elementOf(tag)
    if (!element) return
    scrollTo(element)
    element.focus({ preventScroll: true })
  }

  const load: Sheet['load'] = async (display, list) => {
    const before = builder?.page ?? 0
    const top = scrolled()?.scrollTop ?? 0
    selected = ''
    builder?.destroy(true)
    into.replaceChildren()
    const next = await formio.builder(
      into,
      { display, components: list },
      {
        builder: { ...none, ...groups() },
        noDefaultSubmitButton: true,
        noNewEdit: true,
        sideBarScroll: false,
        language: 'zh-CN',
        i18n: { 'zh-CN': {} },
      },
    )
    builder = next
    next.on('change', changed)
    if (display === 'wizard' && before > 0 && before < list.length) {
      next.page = before
      await next.rebuild()
    }
    const sheet = scrolled()
    if (sheet) sheet.scrollTop = top
  }

  const redraw: Sheet['redraw'] = async (holder) => {
    if (!builder) return
    if (!holder) {
      await (page() ? builder.rebuild() : builder.webform.rebuild())
      return
    }
    let shown: Shown | undefined
    builder.webform.everyComponent((one) => {
      if (one.component.tag === holder.tag) shown = one
    })
    await (shown ?? builder).rebuild()
  }

  return {
    components,
    page,
    load,
    redraw,
    mark,
    selected: () => selected,
    turnTo: (number) => {
      if (builder) builder.page = Math.max(0, Math.min(number, components().length - 1))
    },
    select: (tag) => {
      const [top] = wayTo(components(), tag)
      if (!builder || !top) return
      const index = page() ? components().indexOf(top) : -1
      if (index < 0 || index === builder.page) show(tag)
      else {
        builder.page = index
        void builder.rebuild().then(() => show(tag))
      }
    },
    tagAt: (target) => {
      const element = target instanceof Element ? target.closest<Marked>('.builder-component') : null
      return element ? tagOf(element) : undefined
    },
  }
}
