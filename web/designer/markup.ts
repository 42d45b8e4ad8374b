const signs: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** A text as it may stand in markup, between tags or in an attribute. */
export const asMarkup = (text: unknown): string =>
  String(text ?? '').replaceAll(/[&<>"']/g, (sign) => signs[sign] ?? sign)

/** What a person reads of a piece of markup. Parsed apart, where nothing loads and nothing runs. */
export const textOf = (markup: string): string =>
  new DOMParser().parseFromString(markup, 'text/html').body.textContent?.trim() ?? ''
