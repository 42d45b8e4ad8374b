import { isTaken, questionsFor } from './around.ts'
import { openDialog } from './dialog/dialog.ts'
import { type Draft, newDraft } from './dialog/draft.ts'
import { giveHand } from './hand.ts'
import { newModel } from './model.ts'
import { patchBuilder } from './patch.ts'
import { placeOf } from './place.ts'
import { type FromPage, type ToPage, toPage } from './protocol.ts'
import { teachQuestion } from './question.ts'
import type { Raw } from './raw.ts'
import { reshaped, resized } from './reshape.ts'
import { openSheet } from './sheet.ts'
import { dress } from './templates.ts'

/** What is drawn is told at most this often, in milliseconds. */
const pause = 120

/** Starts the builder in its frame, and tells the studio that it listens. */
export const startDesigner = (into: HTMLElement): void => {
  const model = newModel()
  dress(model)
  teachQuestion(model)
  let context: Extract<ToPage, { say: 'context' }> | undefined
  let round = 0
  let later: ReturnType<typeof setTimeout> | undefined
  // The studio's address is not known here; the frame can only be one of its own pages (`frame-ancestors`).
  const say = (message: FromPage): void => window.parent.postMessage(message, '*')
  const tell = (): void => {
    clearTimeout(later)
    say({ say: 'drawn', round, components: model.leave(sheet.components()) })
  }
  const changed = (): void => {
    clearTimeout(later)
    later = setTimeout(tell, pause)
  }
  const sheet = openSheet(into, changed)
  const hand = giveHand(into, sheet, model, { changed, edit: (tag) => edit(tag) })
  patchBuilder(hand.fresh, model.page)

  const edit = (tag: string): void => {
    const place = placeOf(sheet.components(), tag)
    const known = model.of(tag)
    if (!place || !known || !context || document.querySelector('dialog[open]')) return
    const { type, rules, props, cells = [] } = known
    const { key } = place.raw
    say({ say: 'asking' })
    const before = cells.map((cell, from) => ({ props: cell ?? {}, from }))
    openDialog(
      newDraft({ type, rules, props, key, cells: before, isNew: tag.startsWith('n') }),
      {
        ...context,
        questions: questionsFor(sheet.components(), tag, model),
        isTaken: (wanted) => wanted !== key && isTaken(sheet.components(), tag, wanted),
      },
      { done: (draft) => take(tag, draft, before), remove: () => void hand.remove(tag) },
    )
  }
  const take = (tag: string, draft: Draft, before: Draft['cells']): void => {
    const { props, cells, key } = draft
    model.write(tag, cells === before ? { props } : { props, cells: cells.map((cell) => cell.props) })
    // Told at once: whoever is done with a question may leave the drawing with the next click.
    const renewed = (raw: Raw): Raw => ({
      ...(cells === before ? sized(raw, draft) : reshaped(raw, cells)),
      key,
    })
    void hand.renew(tag, renewed).then(tell)
  }

  window.addEventListener('message', ({ source, data }) => {
    if (source !== window.parent) return
    const message = toPage(data)
    if (message?.say === 'context') {
      context = message
      document.documentElement.toggleAttribute('data-elder', message.elder)
      document.documentElement.toggleAttribute('data-contrast', message.contrast)
    } else if (message?.say === 'load') {
      round = message.round
      clearTimeout(later)
      sheet.load(message.display, model.enter(message.components)).catch(() => say({ say: 'failed' }))
    } else if (message?.say === 'select') sheet.select(message.tag)
  })
  say({ say: 'ready' })
}

/** A table in the size that the dialog asks for. */
const sized = (raw: Raw, draft: Draft): Raw => {
  if (raw.type !== 'table' || draft.get('numRows') === undefined) return raw
  const count = (name: string): number => Math.max(1, Math.min(30, Number(draft.get(name)) || 1))
  const [rows, columns] = [count('numRows'), count('numCols')]
  return raw.numRows === rows && raw.numCols === columns ? raw : resized(raw, rows, columns)
}
