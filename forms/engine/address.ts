const mailName = /^(?:[^<>()[\]\\.,;:\s@"]+(?:\.[^<>()[\]\\.,;:\s@"]+)*|".+")$/
const mailHost = /^(?:\[\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}\]|(?:[a-zA-Z\-0-9]+\.)+[a-zA-Z]{2,})$/

/** A mail address as Form.io takes it, of at most 254 signs (RFC 5321). */
export const isMailAddress = (text: string): boolean => {
  const at = text.length > 254 ? -1 : text.lastIndexOf('@')
  return at > 0 && mailName.test(text.slice(0, at)) && mailHost.test(text.slice(at + 1))
}

const webAddress = /^(https?:\/\/|\/\/)?([^/?#\s]+)([/?#]\S*)?$/i
const hostLabel = /^[a-z\u00a1-\uffff0-9](?:[a-z\u00a1-\uffff0-9-]*[a-z\u00a1-\uffff0-9])?$/i
const topLabel = /^[a-z\u00a1-\uffff]{2,}$/i

/** A web address of at most 2,000 signs: with http(s), or without a scheme if its host has a top-level domain. */
export const isWebAddress = (text: string): boolean => {
  const parts = text.length > 2_000 ? null : webAddress.exec(text)
  if (!parts || isMailAddress(text)) return false
  const place = (parts[2] as string).slice((parts[2] as string).lastIndexOf('@') + 1)
  const port = /:\d{2,5}$/.exec(place)
  const host = port ? place.slice(0, port.index) : place
  if (/^[\d.]+$/.test(host)) return isPublicNumber(host)
  const labels = host.split('.')
  const scheme = parts[1] ?? ''
  if (!labels.every((label) => hostLabel.test(label))) return false
  return /^http/i.test(scheme) || (labels.length > 1 && topLabel.test(labels.at(-1) ?? ''))
}

/** A numeric host that is no private, loopback or link-local one. */
const isPublicNumber = (host: string): boolean => {
  const parts = host.split('.').map(Number)
  const [a = 0, b = 0, , d = 0] = parts
  if (parts.length !== 4 || parts.some((part) => part > 255) || a < 1 || a > 223 || d < 1 || d > 254)
    return false
  if (a === 10 || a === 127 || (a === 169 && b === 254) || (a === 192 && b === 168)) return false
  return !(a === 172 && b >= 16 && b <= 31)
}
