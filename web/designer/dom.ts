type Child = Node | string | false | undefined
type Given = Readonly<Record<string, string | number | boolean | undefined | ((event: Event) => void)>>

/**
 * An element with its attributes, what it listens to (`onclick: …`) and what stands in it. Text is always text: no
 * markup is read from anything.
 */
export const h = <Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  given: Given = {},
  ...inside: readonly (Child | readonly Child[])[]
): HTMLElementTagNameMap[Name] => {
  const element = document.createElement(name)
  for (const [key, value] of Object.entries(given)) {
    if (typeof value === 'function') element.addEventListener(key.slice(2), value)
    else if (value === true) element.setAttribute(key, '')
    else if (value !== undefined && value !== false) element.setAttribute(key, String(value))
  }
  for (const child of inside.flat()) if (child !== false && child !== undefined) element.append(child)
  return element
}

let count = 0
/** An id that no other element of the page has. */
export const freshId = (): string => `own-${++count}`
