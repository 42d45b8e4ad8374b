/** Stands in a bundle for retries at a rate that adapts itself: a function keeps to the standard mode. */
export class AdaptiveRetryStrategy {
  constructor() {
    throw new Error('the adaptive retry mode is not in this bundle: leave AWS_RETRY_MODE away')
  }
}
