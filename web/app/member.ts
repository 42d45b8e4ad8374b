/** The member id of a person, as the server makes it: sha256 over issuer, line feed, subject, in hex. */
export async function memberIdOf(issuer: string, subject: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${issuer}\n${subject}`))
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
