/** Lanes, in pixels from the middle, so that cities with one and the same price do not hide each other. */
export function lanes(prices: readonly (number | null)[]): readonly number[] {
  return prices.map((price, at) => {
    if (price === null) return 0
    const same = prices.flatMap((other, index) => (other === price ? [index] : []))
    return (same.indexOf(at) - (same.length - 1) / 2) * 11
  })
}
