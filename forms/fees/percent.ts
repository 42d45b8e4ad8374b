/** A ratio as it is read: `0.3` → `30%`, `0.0125` → `1.25%`. */
export const percent = (ratio: number): string => `${+(ratio * 100).toFixed(2)}%`
