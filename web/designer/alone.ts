/**
 * This page has an origin of its own that nothing else shares, so the browser refuses it every storage and cookie by
 * throwing. The builder asks for them in passing: it is given a memory that ends with the page.
 */
const memory = (): Storage => {
  const kept = new Map<string, string>()
  return {
    get length() {
      return kept.size
    },
    clear: () => kept.clear(),
    getItem: (name) => kept.get(name) ?? null,
    key: (index) => [...kept.keys()][index] ?? null,
    removeItem: (name) => void kept.delete(name),
    setItem: (name, value) => void kept.set(name, String(value)),
  }
}

for (const name of ['localStorage', 'sessionStorage'])
  Object.defineProperty(window, name, { value: memory(), configurable: true })
Object.defineProperty(document, 'cookie', { get: () => '', set: () => {}, configurable: true })
// A frame without `allow-modals` is answered "no" unasked; what is removed can be taken back by 撤销.
window.confirm = () => true

export {}
