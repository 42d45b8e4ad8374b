import { formio, type Marked, type Shown } from './formio.ts'
import type { Raw } from './raw.ts'

/** What the builder does differently here: its dialogs and hover texts are ours, and new pieces come from the model. */
export const patchBuilder = (
  fresh: (name: string) => Raw | undefined,
  page: (number: number) => Raw,
): void => {
  const { webform, wizard } = formio.Builders.builders
  Object.assign(webform.prototype, {
    attachComponent: (element: Marked, component: Shown) => {
      element.formioComponent = component
      return element
    },
    hasEditTabs: () => true,
    getComponentInfo: fresh,
    highlightInvalidComponents: () => {},
  })
  Object.assign(wizard.prototype, { getPageConfig: page })
  // There is no project and no server to ask.
  formio.prototype.loadProject = () => Promise.resolve(undefined)
}
