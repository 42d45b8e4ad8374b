/**
 * True for somebody who opens an address of the client, which then gets the one page; a script or a style sheet that is
 * missing must never get the page instead. `path` without query. The content network runs the text of this very
 * function at its edge: it uses nothing from outside and nothing newer than that runtime knows.
 */
export function isNavigation(path: string, accept: string): boolean {
  if (path === '/') return true
  return (
    !/\.[^/]*$/.test(path) && !/^\/(?:api|assets|designer)(?:\/|$)/.test(path) && /text\/html/.test(accept)
  )
}
