import type { InvitationHolder } from '../../functions/api/contract/index.ts'

const KEPT = 'yihu.invitation'
const shape = /^#(\d{6})\.([\w-]{43})$/

/** The address of a link: what opens it stands in the fragment, which no server and no log ever gets. */
export const invitationLink = ({ city, secret }: InvitationHolder): string =>
  `${window.location.origin}/invitation#${city}.${secret}`

/**
 * What the address brought along. It is taken out of the address at once, so that it stays in no history and on no
 * picture of the screen, and kept in this tab alone while its holder signs in.
 */
export function takeInvitation(): InvitationHolder | undefined {
  const { hash, pathname } = window.location
  if (hash !== '') {
    window.sessionStorage.setItem(KEPT, hash)
    window.history.replaceState(window.history.state, '', pathname)
  }
  const [, city, secret] = shape.exec(window.sessionStorage.getItem(KEPT) ?? '') ?? []
  return city !== undefined && secret !== undefined ? { city, secret } : undefined
}

/** Once it is used up. */
export const dropInvitation = (): void => window.sessionStorage.removeItem(KEPT)
