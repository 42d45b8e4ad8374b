const WIDTH = 100

/**
 * JSON as a person would lay it out: short objects and lists on one line, longer ones broken, two spaces deep.
 * `JSON.parse` of it gives the value back.
 */
export function format(value: unknown, indent = ''): string {
  const flat = JSON.stringify(value) ?? 'null'
  if (typeof value !== 'object' || value === null) return flat
  const deeper = `${indent}  `
  if (flat.length + indent.length <= WIDTH && !holdsNested(value)) return spaced(value)
  if (Array.isArray(value)) {
    if (value.length === 0) return '[]'
    return `[\n${value.map((one) => deeper + format(one, deeper)).join(',\n')}\n${indent}]`
  }
  const entries = Object.entries(value)
  if (entries.length === 0) return '{}'
  const lines = entries.map(([key, one]) => `${deeper}${JSON.stringify(key)}: ${format(one, deeper)}`)
  return `{\n${lines.join(',\n')}\n${indent}}`
}

/** Objects inside lists are worth a line each; flat lists and flat objects are not. */
const holdsNested = (value: object): boolean =>
  Object.values(value).some((one) => typeof one === 'object' && one !== null && Object.keys(one).length > 3)

function spaced(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  if (Array.isArray(value)) return value.length === 0 ? '[]' : `[${value.map(spaced).join(', ')}]`
  const entries = Object.entries(value).map(([key, one]) => `${JSON.stringify(key)}: ${spaced(one)}`)
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`
}
