import type { Model } from './model.ts'
import { pieceOf } from './palette.ts'
import { freeKey, type Place, placeOf, wayTo } from './place.ts'
import type { Raw } from './raw.ts'
import type { Sheet } from './sheet.ts'

/** What people do with a sheet by its buttons, by a click on the palette, and by the keyboard. */
export type Hand = {
  readonly fresh: (name: string) => Raw | undefined
  readonly remove: (tag: string) => Promise<void>
  /** Draws a component anew after its settings changed. */
  readonly renew: (tag: string, reshape: (raw: Raw) => Raw) => Promise<void>
}

type Heard = { readonly changed: () => void; readonly edit: (tag: string) => void }

const keys: Readonly<Record<string, string>> = { Enter: 'edit', Delete: 'remove' }
const altKeys: Readonly<Record<string, string>> = { ArrowUp: 'up', ArrowDown: 'down' }

export const giveHand = (into: HTMLElement, sheet: Sheet, model: Model, { changed, edit }: Heard): Hand => {
  const fresh = (name: string): Raw | undefined => {
    const piece = pieceOf(name)
    return piece && model.make(name, freeKey(sheet.components(), piece.key))
  }

  /** Puts a piece behind the one that is selected, else at the end of the page. */
  const add = async (name: string): Promise<void> => {
    const raw = fresh(name)
    if (!raw?.tag) return
    const page = sheet.page()
    const selected = placeOf(sheet.components(), sheet.selected())
    const here = selected && (!page || wayTo([page], sheet.selected()).length > 1) ? selected : undefined
    if (here) here.list.splice(here.index + 1, 0, raw)
    else (page ? (page.components as Raw[]) : sheet.components()).push(raw)
    await sheet.redraw(here ? here.holder : page)
    changed()
    sheet.select(raw.tag)
    edit(raw.tag)
  }

  /** Changes the list in which a component stands, then selects what `change` names. */
  const changeList = async (tag: string, change: (place: Place) => string): Promise<void> => {
    const place = placeOf(sheet.components(), tag)
    if (!place) return
    const next = change(place)
    if (sheet.page() && !place.holder) sheet.turnTo(sheet.components().findIndex((one) => one.tag === next))
    await sheet.redraw(place.holder)
    changed()
    sheet.select(next)
  }

  const move = (tag: string, by: number): Promise<void> =>
    changeList(tag, ({ list, index, raw }) => {
      const to = index + by
      if (to < 0 || to >= list.length) return tag
      list.splice(index, 1)
      list.splice(to, 0, raw)
      return tag
    })

  const copy = (tag: string): Promise<void> =>
    changeList(tag, ({ list, index, raw }) => {
      const taken: Raw[] = []
      const twin = model.copy(raw, (key) => {
        const free = freeKey([...sheet.components(), ...taken], key)
        taken.push({ type: 'question', key: free })
        return free
      })
      list.splice(index + 1, 0, twin)
      return twin.tag ?? tag
    })

  const remove = (tag: string): Promise<void> =>
    changeList(tag, ({ list, index }) => {
      list.splice(index, 1)
      return list[index]?.tag ?? list[index - 1]?.tag ?? ''
    })

  const act = (name: string, tag: string): void => {
    if (name === 'edit') edit(tag)
    else if (name === 'up') void move(tag, -1)
    else if (name === 'down') void move(tag, 1)
    else if (name === 'remove') void remove(tag)
    else if (name === 'copy') void copy(tag)
  }

  into.addEventListener('click', ({ target }) => {
    const near = target instanceof Element ? target : undefined
    const piece = near?.closest('[data-add]')?.getAttribute('data-add')
    if (piece) return void add(piece)
    const tag = sheet.tagAt(target)
    if (tag === undefined) return
    sheet.mark(tag)
    const name = near?.closest('[data-act]')?.getAttribute('data-act')
    if (name) act(name, tag)
  })
  into.addEventListener('dblclick', ({ target }) => {
    const tag = sheet.tagAt(target)
    if (tag !== undefined) edit(tag)
  })
  into.addEventListener('focusin', ({ target }) => {
    const tag = sheet.tagAt(target)
    if (tag !== undefined && tag !== sheet.selected()) sheet.mark(tag)
  })
  into.addEventListener('keydown', (event) => {
    const { target } = event
    if (!(target instanceof HTMLElement) || !target.classList.contains('builder-component')) return
    const tag = sheet.tagAt(target)
    const name = event.altKey ? altKeys[event.key] : keys[event.key]
    if (tag === undefined || !name) return
    event.preventDefault()
    event.stopPropagation()
    act(name, tag)
  })

  return {
    fresh,
    remove,
    renew: async (tag, reshape) => {
      const place = placeOf(sheet.components(), tag)
      if (!place) return
      place.list[place.index] = reshape(place.raw)
      await sheet.redraw(place.holder)
      changed()
      sheet.select(tag)
    },
  }
}
