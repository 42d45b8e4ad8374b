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

/** Frames of the screen that a place may take to open: about a second, and longer where the machine is busy. */
const patience = 60

/** The same once the place stands open in the page: a folded row opens for it. Answers how to give it up. */
export function focusWhenThere(path: string): () => void {
  let frame = 0
  const look = (left: number): void => {
    frame = requestAnimationFrame(() => {
      const place = document.getElementById(fieldId(path))
      if (left > 0 && (place === null || place.closest('[inert]'))) look(left - 1)
      else focusField(path)
    })
  }
  look(patience)
  return () => cancelAnimationFrame(frame)
}
