import { fieldId } from './context.ts'

/** Paths from the answer itself outwards: `a[0].b` → `a[0].b`, `a`. */
const outwards = (path: string): readonly string[] => {
  const steps = [path]
  for (let at = path; /[.[]/.test(at); ) {
    at = at.replace(/(?:\.[^.[\]]+|\[\d+\])$/, '')
    if (at === steps.at(-1)) break
    steps.push(at)
  }
  return steps
}

/** Scrolls to the question of this path, or to the nearest one around it, and puts the cursor there. */
export function focusField(path: string): void {
  const found = outwards(path)
    .map((one) => document.getElementById(fieldId(one)))
    .find((element) => element !== null)
  if (!found) return
  const target = found.matches('input, select, textarea')
    ? found
    : (found.querySelector<HTMLElement>('input, select, textarea, button') ?? found)
  found.scrollIntoView({ block: 'center' })
  target.focus({ preventScroll: true })
}
