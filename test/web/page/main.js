// A page with nothing but one form: /?case=<name> draws /cases/<name>.json as `{ definition, outcomes?, answers? }`.
import '../../../web/app/tokens.css'
import '../../../web/app/base.css'
import '../../../web/app/controls.css'
import '../../../web/app/inputs.css'
import '../../../web/app/states.css'
import '../../../web/app/i18n.ts'
import { createElement as h } from 'react'
import { createRoot } from 'react-dom/client'
import { compile } from '#forms/engine'
import { loadFontIfMissing } from '../../../web/app/font.ts'
import { createFormStore, Filling, Live, Reading } from '../../../web/form/index.ts'

const query = new URLSearchParams(location.search)
const {
  definition,
  outcomes = [],
  answers = {},
} = await (await fetch(`/cases/${query.get('case')}.json`)).json()
document.documentElement.toggleAttribute('data-elder', query.has('elder'))
document.documentElement.toggleAttribute('data-contrast', query.has('contrast'))
loadFontIfMissing()
const plan = compile(definition, { outcomes })
const store = createFormStore({ plan, today: () => '2026-11-21', answers })
globalThis.form = store
globalThis.submitted = 0
createRoot(document.getElementById('root')).render(
  query.has('read')
    ? h(Reading, { definition, answers })
    : h(Filling, {
        store,
        definition,
        aside: outcomes.length > 0 ? h(Live, { store }) : undefined,
        onSubmit: () => {
          globalThis.submitted += 1
        },
      }),
)
