/** Pixels of one character in the page's own font stack. */
function draw(character: string): string {
  const canvas = document.createElement('canvas')
  canvas.width = 24
  canvas.height = 24
  const pen = canvas.getContext('2d')
  if (!pen) return character
  pen.font = `20px ${getComputedStyle(document.body).fontFamily}`
  pen.fillText(character, 0, 20)
  return canvas.toDataURL()
}

/**
 * Loads the self-hosted Noto Sans SC only where the system has no Chinese font at all: a missing glyph is
 * the same empty box for every character, so two different characters that look alike mean that none is there.
 */
export function loadFontIfMissing(): void {
  if (draw('户') === draw('今')) void import('@fontsource/noto-sans-sc/400.css')
}
