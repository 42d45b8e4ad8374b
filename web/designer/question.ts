import { formio, type Kind } from './formio.ts'
import type { Model } from './model.ts'
import { picture } from './picture.ts'

/** Teaches the builder the one box that every question, note and button is drawn as: a still picture of it. */
export const teachQuestion = (model: Model): void => {
  const Base = formio.Components.components['component'] as Kind
  class Question extends Base {
    get defaultSchema(): object {
      return Base.schema({ type: 'question', key: 'question', label: '', input: true })
    }
    override render(): string {
      const known = model.of(this.component.tag)
      return super.render(known ? picture(known) : '')
    }
  }
  formio.Components.setComponents({ question: Question })
}
