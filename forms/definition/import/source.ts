import { isRecord } from '../record.ts'

/** A copy of our own, so that the input is never shared; undefined for what is no JSON (cycles, too deep). */
export const copyOf = (json: unknown): unknown => {
  try {
    return JSON.parse(JSON.stringify(json)) as unknown
  } catch {
    return undefined
  }
}

/** Finds the form in what was given, whatever it is wrapped in. */
export const formIn = (json: unknown, depth = 0): Record<string, unknown> | undefined => {
  if (Array.isArray(json)) return { components: json }
  if (!isRecord(json) || depth > 4) return undefined
  if (Array.isArray(json['components'])) return json
  const versions = json['versions']
  const inside = [
    json['schema'],
    json['form'],
    json['definition'],
    json['template'],
    Array.isArray(versions) ? versions[0] : undefined,
  ]
  for (const inner of inside) {
    const found = formIn(inner, depth + 1)
    if (found) return { ...found, title: found['title'] ?? json['title'] ?? json['name'] }
  }
  return undefined
}

/** How deep a component may stand in what is imported; needless layers are taken out before the profile counts. */
export const deepest = 40
