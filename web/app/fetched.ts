import { Unreachable } from './problem.ts'

/**
 * The import of a page that is fetched when it is first wanted. Without a network it fails as every read does: left
 * alone, the router reloads the window, and the whole client with everything on it is gone.
 */
export const fetched =
  <Part>(part: () => Promise<Part>) =>
  (): Promise<Part> =>
    part().catch((error: unknown) => {
      throw navigator.onLine ? error : new Unreachable()
    })
