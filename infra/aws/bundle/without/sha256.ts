/** Stands in a bundle for SHA-256 in JavaScript: the function's own runtime always has a native one. */
export class Sha256Js {
  constructor() {
    throw new Error('SHA-256 in JavaScript is not in this bundle')
  }
}
