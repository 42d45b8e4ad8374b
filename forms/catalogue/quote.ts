/** A name in Chinese quotes, cut to `longest` signs. Quotes inside quotes are single ones. */
export const quote = (text: string, longest = 100): string => {
  const letters = [...text.replaceAll('“', '‘').replaceAll('”', '’')]
  return `“${letters.length > longest ? `${letters.slice(0, longest - 1).join('')}…` : letters.join('')}”`
}
